package dev.joinedgroups.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.joinedgroups.Program;
import dev.joinedgroups.run.Bulk;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token that is good for the first part of a run of many definitions only. */
class TokenRenewalTest {
  private static final int DEFINITIONS = 60;
  private static final int CONCURRENCY = 8;

  @TempDir static Path authorityFolder;
  private static LocalAuthority authority;

  @TempDir Path folder;
  private Service service;
  private Program program;

  @BeforeAll
  static void startAuthority() throws Exception {
    authority = new LocalAuthority(authorityFolder);
  }

  @AfterAll
  static void stopAuthority() {
    authority.close();
  }

  @BeforeEach
  void start() throws IOException {
    authority.server().resetAll();
    service = new Service();
    program = program();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  /** Adds groups, until it has enough of the first token it saw. */
  private static final class Service implements AutoCloseable {
    private static final Pattern NICKNAME = Pattern.compile("\"mailNickname\":\"([^\"]+)\"");

    private final HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    final List<String> created = new CopyOnWriteArrayList<>();
    final List<String> tokens = new CopyOnWriteArrayList<>();
    volatile int firstIsGoodFor = Integer.MAX_VALUE;
    volatile Runnable whenHalfDone = () -> {};

    /** The refusals of the first token wait for each other: many workers learn of it at once. */
    volatile CountDownLatch refusals = new CountDownLatch(0);

    Service() throws IOException {
      server.createContext("/beta/groups", this::answer);
      server.setExecutor(threads);
      server.start();
    }

    String url() {
      return "http://localhost:" + server.getAddress().getPort() + "/beta";
    }

    private void answer(HttpExchange exchange) throws IOException {
      try (exchange) {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Matcher nickname = NICKNAME.matcher(body);
        if (!nickname.find()) {
          throw new IOException("what is this? " + body);
        }
        if (accepts(exchange.getRequestHeaders().getFirst("Authorization"), nickname.group(1))) {
          reply(exchange, 201, "{\"id\":\"id-of-" + nickname.group(1) + "\"}");
        } else {
          awaitOtherRefusals();
          reply(
              exchange,
              401,
              "{\"error\":{\"code\":\"InvalidAuthenticationToken\","
                  + "\"message\":\"Lifetime validation failed.\"}}");
        }
      }
    }

    private synchronized boolean accepts(String token, String nickname) {
      tokens.add(token);
      if (token.equals(tokens.getFirst()) && created.size() >= firstIsGoodFor) {
        return false;
      }
      created.add(nickname);
      if (created.size() == DEFINITIONS / 2) {
        whenHalfDone.run();
      }
      return true;
    }

    private void awaitOtherRefusals() throws IOException {
      refusals.countDown();
      try {
        if (!refusals.await(30, TimeUnit.SECONDS)) {
          throw new IOException("too few use the token at once");
        }
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }

    private static void reply(HttpExchange exchange, int status, String json) throws IOException {
      byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }

    List<String> distinctTokens() {
      return tokens.stream().distinct().toList();
    }

    @Override
    public void close() {
      server.stop(0);
      threads.close();
    }
  }

  /** A clock that can be put forward. */
  private static final class Adjustable extends Clock {
    private volatile Duration ahead = Duration.ZERO;

    void advance(Duration by) {
      ahead = ahead.plus(by);
    }

    @Override
    public Instant instant() {
      return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private Program program() {
    StringBuilder text = new StringBuilder();
    for (String nickname : nicknames()) {
      text.append(
          """
          {"displayName":"Group","mailNickname":"%s","mailEnabled":true,\
          "securityEnabled":false,"groupTypes":["Unified"]}
          """
              .formatted(nickname));
    }
    return new Program(folder)
        .with("GROUPS_ENDPOINT", service.url())
        .with("GROUPS_CA_FILE", authority.certificate().toString())
        .with("AZURE_AUTHORITY_HOST", authority.url())
        .file("many.ndjson", text.toString());
  }

  private static List<String> nicknames() {
    return IntStream.range(0, DEFINITIONS).mapToObj(i -> "group-%02d".formatted(i)).toList();
  }

  private Program asApplication() {
    return program
        .with("AZURE_TENANT_ID", LocalAuthority.TENANT)
        .with("AZURE_CLIENT_ID", "c-1")
        .with("AZURE_CLIENT_SECRET", "client-secret-of-the-application");
  }

  private Program.Result add(String... more) {
    List<String> line =
        new ArrayList<>(
            List.of(
                "add",
                "many.ndjson",
                "--target",
                "groups",
                "--concurrency",
                Integer.toString(CONCURRENCY),
                "-o",
                "tsv",
                "--fields",
                "id"));
    line.addAll(List.of(more));
    return program.run(line.toArray(String[]::new));
  }

  /** The output with what differs from run to run replaced. */
  private static String whole(Program.Result result) {
    return result.whole().replaceAll("[^ ]*/[0-9a-f]{16}\\.journal", "JOURNAL");
  }

  private static String allAdded(String summary) {
    StringBuilder text = new StringBuilder("exit 0\n--- out\n");
    for (String nickname : nicknames()) {
      text.append("id-of-").append(nickname).append('\n');
    }
    return text.append("--- err\n" + summary + "; the journal is JOURNAL\n").toString();
  }

  @Test
  void aRefusedTokenIsRenewedOnceForAllWorkers() {
    authority.answer(
        LocalAuthority.appToken("the-first-token"), LocalAuthority.appToken("the-second-token"));
    service.firstIsGoodFor = 20;
    service.refusals = new CountDownLatch(CONCURRENCY);
    asApplication();

    assertEquals(allAdded("60 added"), whole(add()));
    assertEquals(nicknames(), service.created.stream().sorted().toList());
    assertEquals(2, authority.tokenForms().size(), "requests for a token");
    assertEquals(
        List.of("Bearer the-first-token", "Bearer the-second-token"), service.distinctTokens());
  }

  @Test
  void aTokenThatIsAboutToExpireIsRenewedOnceBeforeItIsRefused() {
    Adjustable clock = new Adjustable();
    authority.answer(
        LocalAuthority.appToken("the-first-token"),
        LocalAuthority.json(
            200,
            "{\"token_type\":\"Bearer\",\"expires_in\":86400,"
                + "\"access_token\":\"the-second-token\"}"));
    service.whenHalfDone = () -> clock.advance(Duration.ofHours(2));
    asApplication().clock(clock);

    assertEquals(allAdded("60 added"), whole(add()));
    assertEquals(nicknames(), service.created.stream().sorted().toList());
    assertEquals(2, authority.tokenForms().size(), "requests for a token");
    assertEquals(DEFINITIONS, service.tokens.size(), "none was refused");
    assertEquals(
        List.of("Bearer the-first-token", "Bearer the-second-token"), service.distinctTokens());
  }

  private static void assertStopped(Program.Result result, String error, String help) {
    assertEquals(4, result.exitCode(), result.whole());
    List<String> said = result.err().lines().toList();
    assertTrue(said.contains("error: " + error), result.err());
    assertTrue(said.contains("help: " + help), result.err());
  }

  /** Nothing but what was already on its way is sent after the refusal. */
  private void assertOthersStopped() {
    int onTheirWay = Bulk.seats(CONCURRENCY);
    assertTrue(
        service.tokens.size() <= service.created.size() + onTheirWay,
        service.tokens.size() + " requests");
  }

  @Test
  void aTokenThatCannotBeRenewedStopsAllWorkers() {
    service.firstIsGoodFor = 20;
    program.with("GROUPS_TOKEN", "the-only-token");

    assertStopped(
        add(),
        "the service does not accept the token (401): InvalidAuthenticationToken: Lifetime"
            + " validation failed.",
        "put a new token into GROUPS_TOKEN, or unset it and run `groups auth login`");
    assertEquals(20, service.created.size());
    assertOthersStopped();

    program.with("GROUPS_TOKEN", "another-token");
    assertEquals(allAdded("20 added before, 40 added"), whole(add("--resume")));
    assertEquals(nicknames(), service.created.stream().sorted().toList());
  }

  @Test
  void anAuthorityThatGivesNoOtherTokenStopsAllWorkers() {
    authority.answer(
        LocalAuthority.appToken("the-first-token"),
        LocalAuthority.error(
            401, "invalid_client", "AADSTS7000222: The provided client secret keys are expired."));
    service.firstIsGoodFor = 20;
    asApplication();

    assertEquals(
        """
        20 added, 40 left; the journal is JOURNAL
        the same command with --resume goes on from there
        error: the authority does not accept the application's secret, certificate or token: \
        AADSTS7000222: The provided client secret keys are expired.
        help: check that it has not expired, that it belongs to this client id, and that a secret \
        is its value and not its id
        """,
        whole(add()).replaceFirst("(?s)^exit 4\n--- out\n.*--- err\n", ""));
    assertEquals(20, service.created.size());
    assertEquals(2, authority.tokenForms().size(), "requests for a token");
    assertOthersStopped();

    authority.server().resetAll();
    authority.answer(LocalAuthority.appToken("another-token"));
    assertEquals(allAdded("20 added before, 40 added"), whole(add("--resume")));
    assertEquals(nicknames(), service.created.stream().sorted().toList());
  }
}
