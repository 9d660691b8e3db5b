package dev.joinedgroups.auth;

import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Redactor;
import dev.joinedgroups.graph.Cloud;
import dev.joinedgroups.graph.ProxySettings;
import dev.joinedgroups.graph.WebClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Everything that decides about a token, with a folder of its own. */
final class World {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  final Map<String, String> env = new HashMap<>();
  final Said said = new Said();
  final Redactor redactor = new Redactor();
  final List<String> prompts = new ArrayList<>();
  final Path folder;
  final Path cacheFolder;
  Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  Cloud cloud = Cloud.GLOBAL;
  URI endpoint = URI.create("https://graph.microsoft.com/beta");
  boolean me;
  @Nullable String tenant;
  @Nullable String clientId;
  List<String> tokenCommand = List.of();
  Supplier<AuthHttp> http =
      () -> {
        throw new AssertionError("nothing should have been sent");
      };

  World(Path folder) {
    this.folder = folder;
    cacheFolder = folder.resolve("cache/groups");
  }

  /** Signs in at that authority, by the clock of this machine, which msal4j goes by. */
  World at(LocalAuthority authority) {
    clock = Clock.systemUTC();
    tenant = LocalAuthority.TENANT;
    clientId = "client-1";
    env.put("AZURE_AUTHORITY_HOST", authority.url());
    http = web(authority.certificate());
    return this;
  }

  /** Real requests, which trust that certificate too. */
  static Supplier<AuthHttp> web(@Nullable Path certificate) {
    WebClient client =
        new WebClient(
            new WebClient.Settings(
                Duration.ofSeconds(60),
                ProxySettings.of(name -> null),
                "groups-test",
                certificate));
    return () -> AuthHttp.over(client);
  }

  AuthSettings settings() {
    return new AuthSettings(
        env,
        folder,
        cacheFolder,
        cloud,
        endpoint,
        me,
        tenant,
        clientId,
        tokenCommand,
        clock,
        said,
        redactor,
        http);
  }

  TokenProvider tokens() {
    return new TokenProvider(settings());
  }

  Login login() {
    return new Login(settings(), prompts::add);
  }

  TokenCache cache() {
    return new TokenCache(cacheFolder);
  }

  /** Stores an entry as a sign-in would have. */
  void store(CacheEntry... entries) {
    cache().update(existing -> List.of(entries));
  }

  static CacheEntry entry(String token, String host, @Nullable Instant expires) {
    return entry(token, host, expires, null);
  }

  static CacheEntry entry(
      String token, String host, @Nullable Instant expires, @Nullable Renewal renewal) {
    Token parsed = Token.parse(token, CacheEntry.SOURCE);
    Token cached =
        new Token(
            parsed.secret(),
            CacheEntry.SOURCE,
            expires,
            null,
            TokenKind.DELEGATED,
            "megan@contoso.example",
            LocalAuthority.TENANT_ID,
            "client-1",
            List.of("Group.ReadWrite.All"));
    return new CacheEntry(
        "global",
        LocalAuthority.TENANT,
        "client-1",
        "megan@contoso.example",
        host,
        "device-code",
        "https://graph.microsoft.com/Group.ReadWrite.All offline_access",
        NOW.minusSeconds(7200),
        cached,
        renewal);
  }

  /** A failure as a user sees it: exit code, message, hint. */
  static String told(Failure failure) {
    return failure.exitCode().code() + ": " + failure.getMessage() + "\n" + failure.hint();
  }
}
