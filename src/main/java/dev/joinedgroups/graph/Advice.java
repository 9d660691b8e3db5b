package dev.joinedgroups.graph;

/** What a user can do about a refusal. */
public final class Advice {
  private Advice() {}

  /**
   * What to do about a refusal.
   *
   * @param endpoint where the request went
   * @param status the HTTP status of the refusal
   * @return a sentence without a full stop, or an empty text where only the service knows
   */
  public static String on(Endpoint endpoint, int status) {
    boolean joined = endpoint.target() != Target.GROUPS;
    if (joined && endpoint.isGraph() && (status == 400 || status == 404 || status == 405)) {
      return "the live service is not known to accept a POST to joinedGroups;"
          + " --target groups posts to /groups, which it does accept";
    }
    return switch (status) {
      case 401 -> "the token is wrong, has expired or is for another service; get a new one";
      case 403 ->
          "the token needs a permission to create groups: Group.ReadWrite.All (delegated) or"
              + " Group.Create (application)";
      case 404 ->
          joined
              ? "check the endpoint, --user and --target: there is no such collection"
              : "check the endpoint: there is no such collection";
      case 405 -> "check the endpoint and --target: that address takes no POST";
      case 409 -> "the service says that this conflicts with what it has";
      case 413 -> "the definition is larger than the service takes";
      default -> "";
    };
  }

  /** What to do about a redirect. */
  public static String onRedirect() {
    return "redirects are not followed, so that the token stays with the endpoint;"
        + " set --endpoint to the address that answers itself";
  }
}
