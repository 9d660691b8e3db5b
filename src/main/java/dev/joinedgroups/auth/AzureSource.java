package dev.joinedgroups.auth;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Secret;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application whose tenant, id and credential are in the environment, in the variables of
 * Azure's own libraries. Its tokens are asked for anew by each process and stored nowhere.
 */
final class AzureSource implements TokenSource {
  private static final String TENANT = "AZURE_TENANT_ID";
  private static final String CLIENT = "AZURE_CLIENT_ID";
  private static final String SECRET = "AZURE_CLIENT_SECRET";
  private static final String FEDERATED = "AZURE_FEDERATED_TOKEN_FILE";
  private static final String CERTIFICATE = "AZURE_CLIENT_CERTIFICATE_PATH";
  private static final String CERTIFICATE_PASSWORD = "AZURE_CLIENT_CERTIFICATE_PASSWORD";
  private static final List<String> CREDENTIALS = List.of(SECRET, FEDERATED, CERTIFICATE);

  private final AuthSettings settings;
  private final String tenant;
  private final String client;
  private final String credential;

  private AzureSource(AuthSettings settings, String tenant, String client, String credential) {
    this.settings = settings;
    this.tenant = tenant;
    this.client = client;
    this.credential = credential;
  }

  /**
   * The source, when the environment has all of it.
   *
   * @return null when the environment has none of it
   * @throws Failure with {@link ExitCode#AUTH} when it has half, saying what lacks
   */
  static @Nullable AzureSource in(AuthSettings settings) {
    String tenant = settings.variable(TENANT);
    String client = settings.variable(CLIENT);
    String credential = null;
    for (String name : CREDENTIALS) {
      if (credential == null && settings.variable(name) != null) {
        credential = name;
      }
    }
    if (tenant != null && client != null && credential != null) {
      return new AzureSource(settings, tenant, client, credential);
    }
    if (tenant == null && client == null && credential == null) {
      return null;
    }
    List<String> set = new ArrayList<>();
    List<String> lacking = new ArrayList<>();
    (tenant == null ? lacking : set).add(TENANT);
    (client == null ? lacking : set).add(CLIENT);
    if (credential == null) {
      lacking.add("one of " + SECRET + ", " + FEDERATED + ", " + CERTIFICATE);
    } else {
      set.add(credential);
    }
    throw new Failure(
        ExitCode.AUTH,
        String.join(" and ", set)
            + (set.size() > 1 ? " are" : " is")
            + " set, but "
            + String.join(" and ", lacking)
            + (lacking.size() > 1 ? " are not" : " is not"),
        "set what lacks, or unset "
            + String.join(" and ", set)
            + " to use another token; for groups auth login, the keys tenant and client-id of the"
            + " configuration do as well");
  }

  @Override
  public String name() {
    return credential;
  }

  @Override
  public Token first() {
    String value = String.valueOf(settings.variable(credential));
    CredentialFiles files = new CredentialFiles(settings.redactor());
    AppCredential proof =
        switch (credential) {
          case SECRET -> files.secret(new Secret(value));
          case FEDERATED -> files.assertion(settings.file(value));
          default -> files.certificate(settings.file(value), settings.secret(CERTIFICATE_PASSWORD));
        };
    SignIn signIn = new SignIn(settings);
    return signIn.application(tenant, client, proof, signIn.appScopes(List.of()), name());
  }

  @Override
  public Token newerThan(Token old) {
    return first();
  }

  @Override
  public String remedy() {
    return "check " + TENANT + ", " + CLIENT + " and " + credential;
  }
}
