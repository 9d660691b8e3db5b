package dev.joinedgroups.graph;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Whose certificates are trusted: those the JDK trusts, and those the user adds. */
final class Trust {
  private Trust() {}

  /**
   * Loads the trusted certificates, which takes a while.
   *
   * @param caFile PEM certificates to trust besides the JDK's own, or null
   * @throws Failure with {@link ExitCode#FAILURE} when the file cannot be read, with {@link
   *     ExitCode#USAGE} when it holds no certificate
   */
  static SSLContext context(@Nullable Path caFile) {
    try {
      return caFile == null ? SSLContext.getDefault() : with(certificates(caFile));
    } catch (NoSuchAlgorithmException e) {
      throw unavailable(e);
    }
  }

  private static SSLContext with(Collection<? extends Certificate> added) {
    try {
      KeyStore keys = KeyStore.getInstance(KeyStore.getDefaultType());
      keys.load(null, null);
      int number = 0;
      for (Certificate certificate : added) {
        keys.setCertificateEntry("added-" + number++, certificate);
      }
      SSLContext context = SSLContext.getInstance("TLS");
      TrustManager trust = new AddedTrust(manager(keys), Trust::jdk);
      context.init(null, new TrustManager[] {trust}, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw unavailable(e);
    }
  }

  /** Whom the JDK trusts. */
  private static X509ExtendedTrustManager jdk() {
    try {
      return manager(null);
    } catch (GeneralSecurityException e) {
      throw unavailable(e);
    }
  }

  /**
   * @param keys whom to trust, or null for whom the JDK trusts
   */
  private static X509ExtendedTrustManager manager(@Nullable KeyStore keys)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(keys);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509ExtendedTrustManager x509) {
        return x509;
      }
    }
    throw new GeneralSecurityException("there is no check of X.509 certificates");
  }

  private static Collection<? extends Certificate> certificates(Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Failure(
          ExitCode.FAILURE,
          "the certificates in '" + file + "' cannot be read",
          "--ca-file takes a file of PEM certificates",
          e);
    }
    Collection<? extends Certificate> found;
    try {
      found =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(bytes));
    } catch (CertificateException e) {
      throw noCertificate(file, e);
    }
    if (found.isEmpty()) {
      throw noCertificate(file, null);
    }
    return found;
  }

  private static Failure noCertificate(Path file, @Nullable Exception cause) {
    return new Failure(
        ExitCode.USAGE,
        "'" + file + "' holds no certificate that can be read",
        "--ca-file takes PEM: lines between BEGIN CERTIFICATE and END CERTIFICATE",
        cause);
  }

  private static Failure unavailable(Exception cause) {
    return new Failure(
        ExitCode.FAILURE, "the certificates that Java trusts could not be loaded", "", cause);
  }
}
