package dev.joinedgroups.auth;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Reads an RSA key and its certificate from PEM (RFC 7468: certificates and a PKCS #8 key,
 * encrypted or not) or from PKCS #12, which is also called PFX.
 */
final class CertificateReader {
  private static final String PASSWORD = "AZURE_CLIENT_CERTIFICATE_PASSWORD";

  private final Path file;
  private final @Nullable Secret password;

  private CertificateReader(Path file, @Nullable Secret password) {
    this.file = file;
    this.password = password;
  }

  /**
   * Reads either format; a PEM file is told by its first marker.
   *
   * @throws Failure with {@link ExitCode#AUTH} when something lacks or the password is wrong
   */
  static AppCredential.Certificate read(Path file, byte[] bytes, @Nullable Secret password) {
    CertificateReader reader = new CertificateReader(file, password);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return text.contains("-----BEGIN ") ? reader.pem(text) : reader.pkcs12(bytes);
  }

  private AppCredential.Certificate pem(String text) {
    PrivateKey key = null;
    List<X509Certificate> certificates = new ArrayList<>();
    int at = text.indexOf("-----BEGIN ");
    while (at >= 0) {
      int labelEnd = text.indexOf("-----", at + 11);
      String label = labelEnd < 0 ? "" : text.substring(at + 11, labelEnd);
      int end = text.indexOf("-----END " + label + "-----", at);
      if (labelEnd < 0 || end < 0) {
        throw failure("is cut off", "copy it again, whole", null);
      }
      String base64 = text.substring(labelEnd + 5, end);
      switch (label) {
        case "CERTIFICATE" -> certificates.add(certificate(der(base64)));
        case "PRIVATE KEY" -> key = plainKey(der(base64));
        case "ENCRYPTED PRIVATE KEY" -> key = encryptedKey(der(base64));
        case "RSA PRIVATE KEY" ->
            throw failure(
                "has its key in the old PKCS #1 form",
                "convert the key: openssl pkcs8 -topk8 -nodes -in KEY.pem",
                null);
        default -> {
          // Parameters and other keys' blocks do not matter here.
        }
      }
      at = text.indexOf("-----BEGIN ", end);
    }
    return matching(key, certificates);
  }

  private AppCredential.Certificate pkcs12(byte[] bytes) {
    char[] characters = password == null ? new char[0] : password.reveal().toCharArray();
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(bytes), characters);
      for (String alias : Collections.list(store.aliases())) {
        Key key = store.getKey(alias, characters);
        if (key instanceof PrivateKey privateKey
            && store.getCertificate(alias) instanceof X509Certificate certificate) {
          return matching(privateKey, List.of(certificate));
        }
      }
    } catch (IOException | GeneralSecurityException failed) {
      throw failure("is neither PEM nor a PKCS #12 file that opens", passwordHint(), failed);
    }
    throw failure("holds no private key", "export it with its key", null);
  }

  private String passwordHint() {
    return password == null
        ? "if it has a password, put that into " + PASSWORD
        : "check the password in " + PASSWORD;
  }

  private byte[] der(String base64) {
    try {
      return Base64.getMimeDecoder().decode(base64);
    } catch (IllegalArgumentException malformed) {
      throw failure("is damaged", "copy it again, whole", null);
    }
  }

  private X509Certificate certificate(byte[] der) {
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
    } catch (GeneralSecurityException failed) {
      throw failure("has a certificate that cannot be read", "export it again", failed);
    }
  }

  private PrivateKey plainKey(byte[] der) {
    try {
      return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
    } catch (GeneralSecurityException failed) {
      throw failure("has a key that is not an RSA key", "sign in takes RSA keys only", failed);
    }
  }

  private PrivateKey encryptedKey(byte[] der) {
    if (password == null) {
      throw failure("has an encrypted key", "put its password into " + PASSWORD, null);
    }
    try {
      EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(der);
      // The parameters name the whole scheme where the algorithm is just PBES2.
      String algorithm =
          info.getAlgParameters() == null ? info.getAlgName() : info.getAlgParameters().toString();
      PBEKeySpec spec = new PBEKeySpec(password.reveal().toCharArray());
      Key key = SecretKeyFactory.getInstance(algorithm).generateSecret(spec);
      return KeyFactory.getInstance("RSA").generatePrivate(info.getKeySpec(key));
    } catch (IOException | GeneralSecurityException failed) {
      throw failure("has a key that does not open", passwordHint(), failed);
    }
  }

  private AppCredential.Certificate matching(
      @Nullable PrivateKey key, List<X509Certificate> certificates) {
    if (key == null) {
      throw failure(
          "holds no private key", "put the certificate and its PKCS #8 key into one file", null);
    }
    if (certificates.isEmpty()) {
      throw failure(
          "holds no certificate", "put the certificate and its PKCS #8 key into one file", null);
    }
    if (!(key instanceof RSAPrivateKey rsa)) {
      throw failure("has a key that is not an RSA key", "sign in takes RSA keys only", null);
    }
    for (X509Certificate certificate : certificates) {
      if (certificate.getPublicKey() instanceof RSAPublicKey of
          && of.getModulus().equals(rsa.getModulus())) {
        return new AppCredential.Certificate(key, certificate);
      }
    }
    throw failure(
        "has a key that belongs to none of its certificates", "put in the matching key", null);
  }

  private Failure failure(String what, String hint, @Nullable Exception cause) {
    return new Failure(ExitCode.AUTH, "the certificate file " + file + " " + what, hint, cause);
  }
}
