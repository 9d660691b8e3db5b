package dev.joinedgroups.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joinedgroups.diagnostics.Failure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenProviderTest {
  private static final String GRAPH = "graph.microsoft.com";

  @TempDir static Path authorityFolder;
  private static LocalAuthority authority;

  @TempDir Path folder;
  private World world;

  @BeforeAll
  static void start() throws Exception {
    authority = new LocalAuthority(authorityFolder);
  }

  @AfterAll
  static void stop() {
    authority.close();
  }

  @BeforeEach
  void fresh() {
    authority.server().resetAll();
    world = new World(folder);
  }

  private String failed() {
    return World.told(assertThrows(Failure.class, () -> world.tokens().current()));
  }

  private Path script(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("token-helper"), "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    world.tokenCommand = List.of(file.toString(), "an argument");
    world.env.put("PATH", System.getenv("PATH"));
    return file;
  }

  @Test
  void theFirstPlaceThatHasATokenIsTaken() throws IOException {
    world.store(World.entry("token-of-the-cache", GRAPH, null));
    assertEquals("token-of-the-cache", world.tokens().current().secret().reveal());

    script("echo token-of-the-command");
    assertEquals("token-of-the-command", world.tokens().current().secret().reveal());

    world.env.put("AZURE_CLIENT_ID", "only half");
    assertTrue(failed().startsWith("4: AZURE_CLIENT_ID is set, but "));

    world.env.put("GROUPS_TOKEN", "token-of-the-variable\n");
    Token token = world.tokens().current();
    assertEquals("token-of-the-variable", token.secret().reveal());
    assertEquals("GROUPS_TOKEN", token.source());
    assertEquals("Bearer token-of-the-variable", token.header());
    assertEquals("info: the token comes from GROUPS_TOKEN", lastInfo());
  }

  private String lastInfo() {
    return world.said.lines.stream()
        .filter(line -> line.startsWith("info: the token comes"))
        .toList()
        .getLast();
  }

  @Test
  void anEmptyVariableIsUnset() {
    world.env.putAll(Map.of("GROUPS_TOKEN", "", "AZURE_TENANT_ID", "", "AZURE_CLIENT_SECRET", ""));
    assertEquals(
        "4: there is no token\nsign in with `groups auth login --tenant TENANT --client-id ID`, or"
            + " set GROUPS_TOKEN",
        failed());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AZURE_TENANT_ID | AZURE_TENANT_ID is set, but AZURE_CLIENT_ID and one of"
            + " AZURE_CLIENT_SECRET, AZURE_FEDERATED_TOKEN_FILE, AZURE_CLIENT_CERTIFICATE_PATH are"
            + " not",
        "AZURE_CLIENT_SECRET | AZURE_CLIENT_SECRET is set, but AZURE_TENANT_ID and AZURE_CLIENT_ID"
            + " are not",
        "AZURE_TENANT_ID,AZURE_CLIENT_ID | AZURE_TENANT_ID and AZURE_CLIENT_ID are set, but one of"
            + " AZURE_CLIENT_SECRET, AZURE_FEDERATED_TOKEN_FILE, AZURE_CLIENT_CERTIFICATE_PATH is"
            + " not",
        "AZURE_TENANT_ID,AZURE_FEDERATED_TOKEN_FILE | AZURE_TENANT_ID and"
            + " AZURE_FEDERATED_TOKEN_FILE are set, but AZURE_CLIENT_ID is not"
      })
  void halfAnApplicationSaysWhatLacks(String variables, String message) {
    for (String name : variables.split(",")) {
      world.env.put(name, "value-of-" + name);
    }
    Failure failure = assertThrows(Failure.class, () -> world.tokens().current());
    assertEquals(4, failure.exitCode().code());
    assertEquals(message, failure.getMessage());
    assertFalse(failure.hint().contains("value-of-"));
  }

  @Test
  void anExpiredTokenIsKnownBeforeItIsSent() {
    world.env.put("GROUPS_TOKEN", LocalAuthority.jwt("{\"exp\":1772355600,\"scp\":\"x\"}"));
    assertEquals(
        "4: the token of GROUPS_TOKEN expired on 2026-03-01T09:00:00Z, 3 hours ago\n"
            + "put a new token into GROUPS_TOKEN, or unset it and run `groups auth login`",
        failed());
  }

  @Test
  void aTokenOfTheFutureIsKnownBeforeItIsSent() {
    world.env.put("GROUPS_TOKEN", LocalAuthority.jwt("{\"nbf\":1772370000,\"scp\":\"x\"}"));
    assertEquals(
        "4: the token of GROUPS_TOKEN is not valid before 2026-03-01T13:00:00Z\n"
            + "by this machine's clock it is 2026-03-01T12:00:00Z: check the clock, or wait, or use"
            + " another token",
        failed());
  }

  @Test
  void clocksMayDifferByAMinute() {
    long now = World.NOW.getEpochSecond();
    world.env.put(
        "GROUPS_TOKEN",
        LocalAuthority.jwt(
            "{\"exp\":" + (now - 59) + ",\"nbf\":" + (now + 59) + ",\"scp\":\"x\"}"));
    assertEquals(TokenKind.DELEGATED, world.tokens().current().kind());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"idtyp\":\"app\"}",
        "{\"roles\":[\"Group.Create\"]}",
        "{\"appid\":\"a\",\"aud\":\"https://graph.microsoft.com\"}"
      })
  void anApplicationHasNoGroupsOfItsOwn(String claims) {
    world.env.put("GROUPS_TOKEN", LocalAuthority.jwt(claims));
    assertEquals(TokenKind.APP_ONLY, world.tokens().current().kind());

    world.me = true;
    assertEquals(
        "4: the token of GROUPS_TOKEN is an application's, which has no groups of its own (/me"
            + " needs a signed-in user)\n"
            + "say whose groups with --user ID, or post to /groups with --target groups, or sign in"
            + " as a user: `groups auth login`",
        failed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"opaque-token", "a.b.c", "{\"exp\":", "not.base64!.x"})
  void whatIsNoJwtIsSentAsItIs(String token) {
    world.env.put("GROUPS_TOKEN", token);
    world.me = true;
    assertEquals(token, world.tokens().current().secret().reveal());
  }

  @ParameterizedTest
  @CsvSource({
    "Bearer abcdef, the token of GROUPS_TOKEN begins with the word Bearer",
    "abc def, the token of GROUPS_TOKEN has a character at position 4 that no token has",
    "töken, the token of GROUPS_TOKEN has a character at position 2 that no token has"
  })
  void whatNoHeaderMayHoldIsRefused(String token, String message) {
    world.env.put("GROUPS_TOKEN", token);
    assertTrue(failed().startsWith("4: " + message + "\n"), failed());
  }

  @Test
  void aCachedTokenGoesToItsHostAndToLoopbackOnly() {
    world.store(World.entry("token-of-the-cache", GRAPH, null));
    for (String own :
        List.of(
            "https://graph.microsoft.com/v1.0",
            "https://GRAPH.microsoft.com:443/beta",
            "http://localhost:8080/beta",
            "http://127.0.0.1/beta",
            "http://[::1]:9/beta")) {
      world.endpoint = URI.create(own);
      assertEquals("token-of-the-cache", world.tokens().current().secret().reveal(), own);
    }
    for (String other :
        List.of(
            "https://graph.microsoft.us/beta",
            "https://graph.microsoft.com.evil.example/beta",
            "https://localhost.evil.example/",
            "https://127.0.0.1.evil.example/")) {
      world.endpoint = URI.create(other);
      assertEquals(
          "4: the cached token was got for graph.microsoft.com and is not sent to "
              + world.endpoint.getHost()
              + "\nsign in for it: `groups auth login --endpoint "
              + other
              + "`",
          failed());
    }
  }

  @Test
  void tenantAndClientChooseAmongTheSignIns() {
    world.store(World.entry("token-of-the-cache", GRAPH, null));
    world.tenant = LocalAuthority.TENANT_ID;
    world.clientId = "CLIENT-1";
    assertEquals("token-of-the-cache", world.tokens().current().secret().reveal());

    world.tenant = "other.example";
    assertEquals(
        "4: nobody has signed in for this tenant and client\nsign in with `groups auth login`;"
            + " `groups auth status` lists the sign-ins there are",
        failed());
  }

  @Test
  void anExpiredTokenOfTheCacheThatCannotBeRenewedSaysWhatToRun() {
    world.store(World.entry("token-of-the-cache", GRAPH, World.NOW.minusSeconds(90)));
    assertEquals(
        "4: the token of the token cache expired on 2026-03-01T11:58:30Z, 1 minute ago\n"
            + "sign in again: `groups auth login`",
        failed());
  }

  private static final Renewal REFRESH =
      new Renewal(Renewal.By.REFRESH_TOKEN, "refresh-token-number-1");

  @Test
  void anExpiredTokenIsRenewedOnceForAllThreads() throws Exception {
    world.at(authority);
    world.store(World.entry("expired-token", GRAPH, World.NOW, REFRESH));
    authority.answer(LocalAuthority.userToken("renewed-token", "refresh-token-number-2"));
    TokenProvider tokens = world.tokens();

    Set<String> got = onEightThreads(() -> tokens.current().secret().reveal());

    assertEquals(Set.of("renewed-token"), got);
    assertEquals(1, authority.tokenRequestsWith("refresh_token=refresh-token-number-1"));
    assertEquals("refresh-token-number-2", world.cache().read().getFirst().renewal().value());
    assertEquals("***", world.redactor.redact("refresh-token-number-2"));
    assertEquals("***", world.redactor.redact("renewed-token"));
  }

  @Test
  void aRefusedTokenIsRenewedOnceForAllThreads() throws Exception {
    world.at(authority);
    world.store(
        World.entry(
            "refused-token", GRAPH, world.clock.instant().plus(Duration.ofHours(1)), REFRESH));
    authority.answer(LocalAuthority.userToken("renewed-token", "refresh-token-number-2"));
    TokenProvider tokens = world.tokens();
    Token refused = tokens.current();
    assertEquals("refused-token", refused.secret().reveal());

    Set<String> got = onEightThreads(() -> tokens.refreshed(refused.secret()).secret().reveal());

    assertEquals(Set.of("renewed-token"), got);
    assertEquals(1, authority.tokenForms().size());
  }

  private static Set<String> onEightThreads(Callable<String> action) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    Set<String> got = new HashSet<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<String>> futures = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        futures.add(
            threads.submit(
                () -> {
                  start.await();
                  return action.call();
                }));
      }
      start.countDown();
      for (Future<String> future : futures) {
        got.add(future.get());
      }
    }
    return got;
  }

  @Test
  void aTokenThatExpiresInTheMiddleOfARunIsRenewed() {
    world.at(authority);
    Clock real = world.clock;
    world.store(
        World.entry("first-token", GRAPH, real.instant().plus(Duration.ofMinutes(10)), REFRESH));
    authority.answer(LocalAuthority.userToken("renewed-token", "refresh-token-number-2"));
    long[] passed = new long[1];
    world.clock =
        new Clock() {
          @Override
          public Instant instant() {
            return real.instant().plusSeconds(passed[0]);
          }

          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }
        };
    TokenProvider tokens = world.tokens();

    assertEquals("first-token", tokens.current().secret().reveal());
    assertSame(tokens.current(), tokens.current());
    passed[0] = 570;
    assertEquals("renewed-token", tokens.current().secret().reveal());
    assertEquals(1, authority.tokenForms().size());
  }

  @Test
  void aTokenThatStillLastsIsUsedWhenItCannotBeRenewed() {
    world.at(authority);
    world.clientId = null;
    world.store(
        ofAnotherClient(
            World.entry(
                "lasting-token",
                GRAPH,
                world.clock.instant().plus(Duration.ofMinutes(3)),
                REFRESH)));
    authority.answer(LocalAuthority.error(400, "invalid_grant", "AADSTS70008: Expired."));

    assertEquals("lasting-token", world.tokens().current().secret().reveal());
  }

  @Test
  void aSignInThatHasLapsedSaysWhatToRun() {
    world.at(authority);
    world.store(ofAnotherClient(World.entry("expired-token", GRAPH, World.NOW, REFRESH)));
    world.clientId = null;
    authority.answer(LocalAuthority.error(400, "invalid_grant", "AADSTS70008: Expired."));
    TokenProvider tokens = world.tokens();

    for (int i = 0; i < 3; i++) {
      assertEquals(
          "4: the sign-in is no longer valid: AADSTS70008: Expired.\n"
              + "sign in again: `groups auth login`",
          World.told(assertThrows(Failure.class, tokens::current)));
    }
    assertEquals(1, authority.tokenForms().size());
  }

  /** msal4j remembers for minutes, and for a whole process, which client's sign-in has lapsed. */
  private CacheEntry ofAnotherClient(CacheEntry entry) {
    return new CacheEntry(
        entry.cloud(),
        entry.tenant(),
        "client-of-" + folder.getFileName(),
        entry.account(),
        entry.host(),
        entry.method(),
        entry.scope(),
        entry.signedIn(),
        entry.token(),
        entry.renewal());
  }

  @Test
  void aRefusedTokenThatHasNoSuccessorStaysRefused() {
    world.env.put("GROUPS_TOKEN", "refused-token");
    TokenProvider tokens = world.tokens();
    Token refused = tokens.current();
    assertNull(tokens.refreshed(refused.secret()));
    assertNull(tokens.refreshed(refused.secret()));
    assertEquals(
        "put a new token into GROUPS_TOKEN, or unset it and run `groups auth login`",
        tokens.remedy());
  }

  @Test
  void aTokenCommandGetsItsArgumentsAndNoShellOrInput() throws IOException {
    script("test \"$1\" = 'an argument' && test -z \"$(cat)\" && printf '  command-token \\n'");
    Token token = world.tokens().current();
    assertEquals("command-token", token.secret().reveal());
    assertEquals("token-command", token.source());
    assertEquals("***", world.redactor.redact("command-token"));
  }

  @Test
  void aTokenCommandIsAskedAgainForARefusedToken() throws IOException {
    script("echo x >>calls; echo token-number-$(wc -l <calls | tr -d ' ')");
    TokenProvider tokens = world.tokens();
    Token first = tokens.current();
    assertEquals("token-number-1", first.secret().reveal());
    assertEquals("token-number-2", tokens.refreshed(first.secret()).secret().reveal());

    script("echo token-number-2");
    TokenProvider unchanging = world.tokens();
    assertNull(unchanging.refreshed(unchanging.current().secret()));
  }

  @Test
  void aTokenCommandThatFailsSaysHow() throws IOException {
    Path file =
        script("echo the-secret-it-printed; echo no luck, the-secret-it-printed >&2; exit 3");
    assertEquals(
        "4: the token-command " + file + " failed with status 3\nit said: no luck, ***", failed());

    script("exit 0");
    assertEquals(
        "4: the token-command "
            + file
            + " printed nothing\nit must print the token, and nothing else, on standard output",
        failed());

    script("echo '{\"accessToken\":\"secret-in-json\"}'");
    assertEquals(
        "4: the token-command "
            + file
            + " printed something else than a bare token\n"
            + "it must print one line with the token alone, without JSON or quotes",
        failed());

    world.tokenCommand = List.of("no-such-program-anywhere");
    assertEquals(
        "4: the token-command no-such-program-anywhere cannot be started\n"
            + "token-command is a list: a program, found by PATH or by its full path, and its"
            + " arguments; no shell reads it",
        failed());
    assertTrue(
        world.said.lines.stream().noneMatch(line -> line.contains("secret")),
        world.said.lines::toString);
  }

  @Test
  void aTokenCommandThatHangsIsEnded() throws IOException {
    Path file = script("exec cat /dev/zero");
    CommandSource source = new CommandSource(world.settings(), Duration.ofMillis(1));
    assertEquals(
        "4: the token-command "
            + file
            + " took longer than 0 s\nrun it yourself to see what it waits for; it gets no input",
        World.told(assertThrows(Failure.class, source::first)));
  }

  @Test
  void aProgramLeftBehindByATokenCommandHoldsNothingUp() throws IOException {
    Path file = script("sleep 100 & echo $! >pid; echo command-token");
    CommandSource source = new CommandSource(world.settings(), Duration.ofMillis(500));
    try {
      // What the command printed is all there is, when its end is seen before the first read.
      assertEquals("command-token", source.first().secret().reveal());
    } catch (Failure failure) {
      assertEquals(
          "4: the token-command "
              + file
              + " took longer than 0 s\nrun it yourself to see what it waits for; it gets no input",
          World.told(failure));
    }
    long pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
  }

  @Test
  void withoutAHomeThereIsNoCache() {
    AuthSettings settings =
        new AuthSettings(
            world.env,
            folder,
            null,
            world.cloud,
            world.endpoint,
            false,
            null,
            null,
            List.of(),
            world.clock,
            world.said,
            world.redactor,
            world.http);
    assertEquals(
        "4: there is no folder for the token cache: neither XDG_CACHE_HOME nor HOME is set\n"
            + "set one of them, or give a token in GROUPS_TOKEN",
        World.told(assertThrows(Failure.class, () -> new TokenProvider(settings).current())));
  }
}
