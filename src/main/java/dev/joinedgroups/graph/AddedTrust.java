package dev.joinedgroups.graph;

import java.net.Socket;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts whom the user added, and whom the JDK trusts. The latter are only loaded when the former
 * do not vouch for a server, for that takes longer than all the rest of a request.
 */
final class AddedTrust extends X509ExtendedTrustManager {
  private final X509ExtendedTrustManager added;
  private final Supplier<X509ExtendedTrustManager> others;

  /**
   * @param others whom the JDK trusts; may be asked for more than once
   */
  AddedTrust(X509ExtendedTrustManager added, Supplier<X509ExtendedTrustManager> others) {
    this.added = added;
    this.others = others;
  }

  private interface Check {
    void by(X509ExtendedTrustManager manager) throws CertificateException;
  }

  private void either(Check check) throws CertificateException {
    try {
      check.by(added);
    } catch (CertificateException e) {
      if (!(e.getCause() instanceof CertPathBuilderException)) {
        throw e; // One of them vouches for it, but it is another's or out of date.
      }
      check.by(others.get());
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    either(manager -> manager.checkServerTrusted(chain, authType, engine));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    either(manager -> manager.checkServerTrusted(chain, authType, socket));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    either(manager -> manager.checkServerTrusted(chain, authType));
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    added.checkClientTrusted(chain, authType, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    added.checkClientTrusted(chain, authType, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    added.checkClientTrusted(chain, authType);
  }

  /** Only a server asks for these, to tell its clients. */
  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return added.getAcceptedIssuers();
  }
}
