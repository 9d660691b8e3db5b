package dev.joinedgroups.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.joinedgroups.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only shows in processes of their own. */
class ProcessesTest {
  @TempDir Path folder;

  /** Signs in again and again under its own account, while others do the same. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] args) {
      World world = new World(Path.of(args[0]));
      for (int i = 0; i < 20; i++) {
        CacheEntry entry = entry(args[1], i);
        world
            .cache()
            .update(
                entries -> {
                  entries.removeIf(entry::replaces);
                  entries.add(entry);
                  return entries;
                });
        world.cache().read();
      }
    }

    static CacheEntry entry(String account, int round) {
      CacheEntry model = World.entry("token-" + account + "-" + round, "graph.microsoft.com", null);
      return new CacheEntry(
          model.cloud(),
          model.tenant(),
          model.client(),
          account,
          model.host(),
          model.method(),
          model.scope(),
          model.signedIn(),
          model.token(),
          null);
    }
  }

  /** Uses the cached token, which has expired. */
  static final class Renewer {
    private Renewer() {}

    public static void main(String[] args) throws Exception {
      World world = new World(Path.of(args[0]));
      world.env.put("AZURE_AUTHORITY_HOST", args[1]);
      world.clock = Clock.systemUTC();
      world.http = World.web(Path.of(args[2]));
      System.out.print(world.tokens().current().secret().reveal());
      System.exit(0);
    }
  }

  /** Uses a token that needs nobody's help. */
  static final class User {
    private User() {}

    public static void main(String[] args) {
      World world = new World(Path.of(args[0]));
      if (args.length > 1) {
        world.env.put("GROUPS_TOKEN", args[1]);
      }
      world.endpoint = URI.create("https://graph.microsoft.com/beta");
      world.tokens().current();
    }
  }

  /** What the distribution's runtime has of the JDK. */
  private static final List<String> ONLY_MODULES_OF_THE_RUNTIME =
      List.of("--limit-modules", "java.base,java.net.http,jdk.httpserver,jdk.unsupported");

  private static Process java(Class<?> main, List<String> options, String... arguments)
      throws IOException {
    return javaProcess(main, options, arguments)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** The program or another class, in a process of its own, which is yet to be started. */
  static ProcessBuilder javaProcess(Class<?> main, List<String> options, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  private static String output(Process process) throws IOException, InterruptedException {
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), text);
    return text;
  }

  @Test
  void eightProcessesThatSignInLoseNothing() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      processes.add(java(Writer.class, List.of(), folder.toString(), "account-" + i));
    }
    for (Process process : processes) {
      output(process);
    }
    assertEquals(
        IntStream.range(0, 8).mapToObj(i -> "token-account-" + i + "-19").toList(),
        new World(folder)
            .cache().read().stream()
                .map(entry -> entry.token().secret().reveal())
                .sorted()
                .toList());
  }

  @Test
  void eightProcessesRenewATokenOnce() throws Exception {
    try (LocalAuthority authority = new LocalAuthority(folder)) {
      authority.answer(LocalAuthority.userToken("renewed-token", "refresh-token-number-2"));
      new World(folder)
          .store(
              World.entry(
                  "expired-token",
                  "graph.microsoft.com",
                  World.NOW,
                  new Renewal(Renewal.By.REFRESH_TOKEN, "refresh-token-number-1")));
      List<Process> processes = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        processes.add(
            java(
                Renewer.class,
                List.of(),
                folder.toString(),
                authority.url(),
                authority.certificate().toString()));
      }
      for (Process process : processes) {
        assertEquals("renewed-token", output(process));
      }
      assertEquals(1, authority.tokenForms().size());
    }
  }

  /** Parts of msal4j want a desktop and XML; what is used of it must do without. */
  @Test
  void signingInNeedsNoMoreOfTheJdkThanTheRuntimeHas() throws Exception {
    try (LocalAuthority authority = new LocalAuthority(folder)) {
      authority.offerDeviceCode();
      authority.answer(LocalAuthority.userToken("access-token", "refresh-token"));
      Path pfx = folder.resolve("app.pfx");
      LocalAuthority.keytool(
          "-genkeypair",
          "-keystore",
          pfx.toString(),
          "-storetype",
          "PKCS12",
          "-storepass",
          "pfx-password",
          "-alias",
          "app",
          "-keyalg",
          "RSA",
          "-dname",
          "CN=app");
      Files.writeString(folder.resolve("secret"), "client-secret");
      for (List<String> way :
          List.of(
              List.<String>of(),
              List.of("--client-credentials", "--client-secret-file", folder + "/secret"),
              List.of("--client-credentials", "--certificate", pfx.toString()),
              List.of("--federated", "--federated-token-file", folder + "/secret"))) {
        List<String> login =
            new ArrayList<>(
                List.of("auth", "login", "--tenant", "contoso.example", "--client-id", "c-1"));
        login.addAll(way);
        ProcessBuilder builder =
            javaProcess(Main.class, ONLY_MODULES_OF_THE_RUNTIME, login.toArray(String[]::new));
        builder.environment().clear();
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("AZURE_AUTHORITY_HOST", authority.url());
        builder.environment().put("AZURE_CLIENT_CERTIFICATE_PASSWORD", "pfx-password");
        builder.environment().put("GROUPS_CA_FILE", authority.certificate().toString());
        String said = output(builder.redirectErrorStream(true).start());
        assertTrue(said.contains("signed in as "), said);
      }
    }
  }

  @Test
  void anInterruptedSignInStoresNothing() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "there is no kill");
    try (LocalAuthority authority = new LocalAuthority(folder)) {
      authority.offerDeviceCode();
      authority.answer(LocalAuthority.error(400, "authorization_pending", "Not yet."));
      ProcessBuilder builder =
          javaProcess(
              Main.class,
              List.of(),
              "auth",
              "login",
              "--tenant",
              "contoso.example",
              "--client-id",
              "c-1");
      builder.environment().clear();
      builder.environment().put("HOME", folder.toString());
      builder.environment().put("AZURE_AUTHORITY_HOST", authority.url());
      builder.environment().put("GROUPS_CA_FILE", authority.certificate().toString());
      Process process = builder.redirectErrorStream(true).start();
      try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
        assertEquals(
            "to sign in, open https://login.example/device on any device and enter the code"
                + " ABCD-EFGH (valid for 15 min)",
            said.readLine());
        new ProcessBuilder("/bin/kill", "-INT", Long.toString(process.pid())).start().waitFor();
        assertEquals(
            List.of("warning: the sign-in was interrupted, and nothing was stored"),
            said.lines().toList());
        assertEquals(130, process.waitFor());
      } finally {
        process.destroyForcibly();
      }
      assertEquals(List.of(), new TokenCache(folder.resolve(".cache/groups")).read());
    }
  }

  @Test
  void aUsableTokenLoadsNoSignInLibrary() throws Exception {
    new World(folder).store(World.entry("cached-token", "graph.microsoft.com", null));
    for (String[] arguments :
        new String[][] {{folder.toString()}, {folder.toString(), "token-of-the-variable"}}) {
      String loaded = output(java(User.class, List.of("-Xlog:class+load"), arguments));
      assertTrue(loaded.contains("dev.joinedgroups.auth.TokenProvider"), "nothing was logged");
      List<String> slow =
          loaded
              .lines()
              .filter(
                  line ->
                      line.contains("com.microsoft.")
                          || line.contains("com.azure.")
                          || line.contains("tools.jackson.databind.")
                          || line.contains("java.net.http."))
              .toList();
      assertEquals(List.of(), slow);
    }
  }
}
