package dev.joinedgroups.auth;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Redactor;
import dev.joinedgroups.diagnostics.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the files that an application proves itself with. */
final class CredentialFiles {
  /** More is no credential; a device file would never end. */
  private static final int MOST_BYTES = 1 << 20;

  private final Redactor redactor;

  /**
   * @param redactor is told every secret read
   */
  CredentialFiles(Redactor redactor) {
    this.redactor = redactor;
  }

  /** A client secret: the file's text without the line end behind it. */
  AppCredential secret(Path file) {
    return new AppCredential.ClientSecret(text(file, "the client secret"));
  }

  /** A client secret that is at hand. */
  AppCredential secret(Secret secret) {
    redactor.add(secret);
    return new AppCredential.ClientSecret(secret);
  }

  /** A token of another issuer. */
  AppCredential assertion(Path file) {
    return new AppCredential.Assertion(text(file, "the federated token"));
  }

  /** A token of another issuer that is at hand. */
  AppCredential assertion(Secret token) {
    redactor.add(token);
    return new AppCredential.Assertion(token);
  }

  /**
   * A certificate with its RSA key, as PEM or as PKCS #12 (PFX).
   *
   * @param password of the key; null for none
   */
  AppCredential certificate(Path file, @Nullable Secret password) {
    if (password != null) {
      redactor.add(password);
    }
    return CertificateReader.read(file, bytes(file, "the certificate"), password);
  }

  private Secret text(Path file, String what) {
    String text = new String(bytes(file, what), StandardCharsets.UTF_8).strip();
    if (text.isEmpty()) {
      throw new Failure(
          ExitCode.AUTH, what + " in " + file + " is empty", "check what should have written it");
    }
    Secret secret = new Secret(text);
    redactor.add(secret);
    return secret;
  }

  private static byte[] bytes(Path file, String what) {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(MOST_BYTES);
    } catch (IOException failed) {
      throw new Failure(
          ExitCode.AUTH,
          what + " cannot be read from " + file,
          "check that the file is there and that you may read it",
          failed);
    }
  }
}
