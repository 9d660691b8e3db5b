package dev.joinedgroups.auth;

import dev.joinedgroups.diagnostics.Secret;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** What an application proves itself with. */
sealed interface AppCredential {
  /** A password that the authority gave it. */
  record ClientSecret(Secret secret) implements AppCredential {}

  /** A key pair whose certificate the authority knows. */
  record Certificate(PrivateKey key, X509Certificate certificate) implements AppCredential {
    /** Never the key. */
    @Override
    public String toString() {
      return "certificate of " + certificate.getSubjectX500Principal();
    }
  }

  /** A token of another issuer that the authority trusts for this application. */
  record Assertion(Secret token) implements AppCredential {}
}
