package dev.joinedgroups.auth;

import dev.joinedgroups.diagnostics.Secret;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How somebody wants to sign in. An empty list of scopes stands for the usual ones. */
public sealed interface SignInRequest {
  /** The way that it goes. */
  SignInMethod method();

  /** A user, with a code. */
  record DeviceCode(List<String> scopes) implements SignInRequest {
    @Override
    public SignInMethod method() {
      return SignInMethod.DEVICE_CODE;
    }
  }

  /** An application with a secret at hand, which is not stored: the token cannot be renewed. */
  record WithSecret(Secret secret, List<String> scopes) implements SignInRequest {
    @Override
    public SignInMethod method() {
      return SignInMethod.CLIENT_CREDENTIALS;
    }
  }

  /** An application with a secret in a file, which is read again to renew the token. */
  record WithSecretFile(Path file, List<String> scopes) implements SignInRequest {
    @Override
    public SignInMethod method() {
      return SignInMethod.CLIENT_CREDENTIALS;
    }
  }

  /**
   * An application with a certificate and its key, as PEM or PKCS #12; the password of the key is
   * taken from {@code AZURE_CLIENT_CERTIFICATE_PASSWORD}.
   */
  record WithCertificate(Path file, List<String> scopes) implements SignInRequest {
    @Override
    public SignInMethod method() {
      return SignInMethod.CLIENT_CREDENTIALS;
    }
  }

  /**
   * An application with a token of another issuer: from the file, else from the variable, else from
   * what the environment has.
   */
  record Federated(@Nullable Path file, @Nullable String variable, List<String> scopes)
      implements SignInRequest {
    @Override
    public SignInMethod method() {
      return SignInMethod.FEDERATED;
    }
  }

  /** The identity of the Azure resource that this runs on. */
  record ManagedIdentity() implements SignInRequest {
    @Override
    public SignInMethod method() {
      return SignInMethod.MANAGED_IDENTITY;
    }
  }

  /** A token got elsewhere. */
  record WithToken(Secret token) implements SignInRequest {
    @Override
    public SignInMethod method() {
      return SignInMethod.WITH_TOKEN;
    }
  }
}
