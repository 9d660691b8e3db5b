package dev.joinedgroups.auth;

/** The ways to sign in. Their labels are part of the cache's format and of {@code auth status}. */
public enum SignInMethod {
  /** A user, with a code to be typed on any device. */
  DEVICE_CODE("device-code"),
  /** An application, with a secret or a certificate. */
  CLIENT_CREDENTIALS("client-credentials"),
  /** An application, with a token of another issuer that it trusts. */
  FEDERATED("federated"),
  /** The identity of the Azure resource that this runs on. */
  MANAGED_IDENTITY("managed-identity"),
  /** A token got elsewhere and handed in. */
  WITH_TOKEN("with-token");

  private final String label;

  SignInMethod(String label) {
    this.label = label;
  }

  /** How output and the cache file write it. */
  public String label() {
    return label;
  }
}
