package dev.joinedgroups.auth;

import org.jspecify.annotations.Nullable;

/**
 * How a cached token is renewed without anybody's help.
 *
 * @param by the way
 * @param value what it needs: for {@link By#REFRESH_TOKEN} the token, which is a secret; for the
 *     ways with a file its path; for {@link By#FEDERATED_VARIABLE} the variable's name; else empty
 */
record Renewal(By by, String value) {
  /** The ways. Their labels are part of the cache's format. */
  enum By {
    REFRESH_TOKEN("refresh-token"),
    SECRET_FILE("secret-file"),
    CERTIFICATE_FILE("certificate-file"),
    FEDERATED_FILE("federated-file"),
    FEDERATED_VARIABLE("federated-variable"),
    GITHUB_ACTIONS("github-actions"),
    MANAGED_IDENTITY("managed-identity");

    private final String label;

    By(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }

    static @Nullable By ofLabel(@Nullable String label) {
      for (By by : values()) {
        if (by.label.equals(label)) {
          return by;
        }
      }
      return null;
    }
  }

  /** Never the value: it may be a refresh token. */
  @Override
  public String toString() {
    return by.label;
  }
}
