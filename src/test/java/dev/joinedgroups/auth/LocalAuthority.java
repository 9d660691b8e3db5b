package dev.joinedgroups.auth;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** An authority on this machine that speaks TLS with a certificate of its own. */
final class LocalAuthority implements AutoCloseable {
  static final String TENANT = "contoso.example";
  static final String TENANT_ID = "11111111-2222-3333-4444-555555555555";

  private static final String PASSWORD = "changeit";
  private static final String TOKEN_PATH = "/" + TENANT + "/oauth2/v2.0/token";

  private final WireMockServer server;
  private final Path certificate;

  LocalAuthority(Path folder) throws IOException, InterruptedException {
    Path keys = folder.resolve("authority.p12");
    certificate = folder.resolve("authority.pem");
    keytool(
        "-genkeypair",
        "-keystore",
        keys.toString(),
        "-storetype",
        "PKCS12",
        "-storepass",
        PASSWORD,
        "-alias",
        "authority",
        "-keyalg",
        "RSA",
        "-dname",
        "CN=localhost",
        "-validity",
        "3650",
        "-ext",
        "SAN=dns:localhost,ip:127.0.0.1");
    keytool(
        "-exportcert",
        "-rfc",
        "-keystore",
        keys.toString(),
        "-storepass",
        PASSWORD,
        "-alias",
        "authority",
        "-file",
        certificate.toString());
    server =
        new WireMockServer(
            options()
                .dynamicPort()
                .dynamicHttpsPort()
                .keystorePath(keys.toString())
                .keystoreType("PKCS12")
                .keystorePassword(PASSWORD)
                .keyManagerPassword(PASSWORD));
    server.start();
  }

  /** Runs the JDK's keytool. */
  static void keytool(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(said);
    }
  }

  /** What AZURE_AUTHORITY_HOST is set to. */
  String url() {
    return "https://localhost:" + server.httpsPort();
  }

  String authority() {
    return "localhost:" + server.httpsPort();
  }

  /** The same server without TLS. */
  String plainUrl() {
    return "http://localhost:" + server.port();
  }

  Path certificate() {
    return certificate;
  }

  WireMockServer server() {
    return server;
  }

  void offerDeviceCode() {
    server.stubFor(
        post(urlPathMatching("/.*/oauth2/v2.0/devicecode"))
            .willReturn(
                json(
                    200,
                    """
                    {"user_code":"ABCD-EFGH","device_code":"the-device-code-that-is-secret",\
                    "verification_uri":"https://login.example/device","expires_in":900,\
                    "interval":0,"message":"Type it."}\
                    """)));
  }

  /** Answers the requests for a token one after the other; the last answer stays. */
  void answer(ResponseDefinitionBuilder... answers) {
    String state = Scenario.STARTED;
    for (int i = 0; i < answers.length; i++) {
      String next = i == answers.length - 1 ? state : "answer " + (i + 1);
      server.stubFor(
          post(urlPathMatching("/.*/oauth2/v2.0/token"))
              .inScenario("token")
              .whenScenarioStateIs(state)
              .willReturn(answers[i])
              .willSetStateTo(next));
      state = next;
    }
  }

  void answerGet(String path, ResponseDefinitionBuilder answer) {
    server.stubFor(get(urlPathEqualTo(path)).willReturn(answer));
  }

  static ResponseDefinitionBuilder json(int status, String body) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json; charset=utf-8")
        .withBody(body);
  }

  static ResponseDefinitionBuilder error(int status, String code, String description) {
    return json(
        status, "{\"error\":\"" + code + "\",\"error_description\":\"" + description + "\"}");
  }

  /** A user's token, with an identity token that names her. */
  static ResponseDefinitionBuilder userToken(String token, String refreshToken) {
    String identity =
        jwt(
            "{\"preferred_username\":\"megan@contoso.example\",\"tid\":\""
                + TENANT_ID
                + "\",\"oid\":\"99\",\"sub\":\"s\"}");
    String clientInfo = base64("{\"uid\":\"99\",\"utid\":\"" + TENANT_ID + "\"}");
    return json(
        200,
        "{\"token_type\":\"Bearer\",\"expires_in\":3600,\"access_token\":\""
            + token
            + "\",\"refresh_token\":\""
            + refreshToken
            + "\",\"scope\":\"https://graph.microsoft.com/Group.ReadWrite.All openid profile\""
            + ",\"id_token\":\""
            + identity
            + "\",\"client_info\":\""
            + clientInfo
            + "\"}");
  }

  static ResponseDefinitionBuilder appToken(String token) {
    return json(
        200, "{\"token_type\":\"Bearer\",\"expires_in\":3600,\"access_token\":\"" + token + "\"}");
  }

  static String jwt(String claims) {
    return base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + base64(claims) + ".c2lnbmF0dXJl";
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** How often a token was asked for with that in the form. */
  int tokenRequestsWith(String part) {
    return server
        .findAll(postRequestedFor(urlPathEqualTo(TOKEN_PATH)).withRequestBody(containing(part)))
        .size();
  }

  /** The forms of all requests for a token. */
  List<String> tokenForms() {
    return server.findAll(postRequestedFor(urlPathMatching("/.*/oauth2/v2.0/token"))).stream()
        .map(request -> URLDecoder.decode(request.getBodyAsString(), StandardCharsets.UTF_8))
        .toList();
  }

  @Override
  public void close() {
    server.stop();
  }
}
