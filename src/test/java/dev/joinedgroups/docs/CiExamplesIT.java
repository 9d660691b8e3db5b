package dev.joinedgroups.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.joinedgroups.sandbox.Sandbox;
import dev.joinedgroups.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/**
 * The pipelines under examples/ci: every shell step is taken from the file and run as the service
 * runs it, with the packaged program, against a local endpoint. Only the download and the package
 * manager are stand-ins, and nobody can sign in.
 */
class CiExamplesIT {
  private static final Path PROGRAM =
      Path.of(System.getProperty("groups.home", "target/groups"), "bin/joined-groups")
          .toAbsolutePath();
  private static final String ARCHIVE = "joined-groups-0.1.0-linux-x86_64";
  private static final String BROKEN =
      """
      displayName: Broken
      mailNickname: broken
      mailEnabled: yes
      securityEnabled: true
      """;

  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private Sandbox sandbox;

  /** What a step came to. */
  private record Step(int exit, String output) {}

  @BeforeEach
  void prepare() throws Exception {
    assumeTrue(Files.exists(PROGRAM), "package has not been run");
    assumeTrue(Files.exists(Path.of("/bin/bash")), "bash is not installed");
    sandbox = Sandbox.start(SandboxOptions.defaults(), Clock.systemUTC());
    Path groups = Files.createDirectory(folder.resolve("groups"));
    for (String name : List.of("engineering.yaml", "facilities.json", "sales.yaml")) {
      Files.copy(Path.of("examples/departments", name), groups.resolve(name));
    }
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    Path program = folder.resolve(ARCHIVE).resolve("bin/joined-groups");
    Files.createDirectories(program.getParent());
    script(program, "exec '" + PROGRAM + "' \"$@\"");
    Path bin = Files.createDirectory(folder.resolve("bin"));
    script(
        bin.resolve("curl"),
        """
        while [ "$1" != --output ]; do shift; done
        case $3 in
          https://github.com/*/v0.1.0/%1$s.tar.gz) tar -czf "$2" -C '%2$s' %1$s ;;
          *) exit 1 ;;
        esac
        """
            .formatted(ARCHIVE, folder));
    script(bin.resolve("apt-get"), "exit 0");
    environment.put("PATH", bin + ":/usr/bin:/bin");
    environment.put("HOME", folder.toString());
    environment.put("RUNNER_TEMP", temporary.toString());
    environment.put("AGENT_TEMPDIRECTORY", temporary.toString());
    environment.put("GROUPS_ENDPOINT", sandbox.baseUri().toString());
    environment.put("GROUPS_TOKEN", "any");
    environment.put("HTTPS_PROXY", "http://127.0.0.1:1"); // Nobody listens: no step leaves here.
  }

  @AfterEach
  void stop() {
    if (sandbox != null) {
      sandbox.close();
    }
  }

  private static void script(Path file, String body) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + body);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Map<?, ?> read(String name) throws IOException {
    return new Yaml().load(Files.readString(Path.of("examples/ci", name)));
  }

  private static Object at(Object node, Object... path) {
    Object found = node;
    for (Object step : path) {
      found =
          step instanceof Integer index
              ? ((List<?>) found).get(index)
              : ((Map<?, ?>) found).get(step);
    }
    return found;
  }

  private void variables(Object map) {
    ((Map<?, ?>) map).forEach((name, value) -> environment.put("" + name, "" + value));
  }

  private Step bash(String options, String script) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("bash", "--noprofile", "--norc", options, "-c", script)
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Step(process.waitFor(), output);
  }

  private String created() throws IOException {
    return Files.readString(folder.resolve("created.json"));
  }

  private void assertAllAdded(Step step) throws IOException {
    assertEquals(0, step.exit(), step.output());
    assertEquals(4, sandbox.created(), step.output());
    assertTrue(created().contains("\"Facilities on call\""), created());
  }

  @Test
  void github() throws Exception {
    Map<?, ?> workflow = read("github-actions.yml");
    variables(at(workflow, "env"));
    Path path = folder.resolve("path");
    environment.put("GITHUB_PATH", path.toString());

    Map<String, String> check = githubSteps(workflow, "validate");
    assertEquals(0, bash("-e", check.get("Install groups")).exit());
    environment.compute("PATH", (name, before) -> readLine(path) + ":" + before);
    assertEquals(0, bash("-e", check.get("Check, with annotations")).exit());
    Files.writeString(folder.resolve("groups/broken.yaml"), BROKEN);
    Step annotated = bash("-e", check.get("Check, with annotations"));
    assertEquals(3, annotated.exit());
    assertTrue(
        annotated.output().contains("::error file=groups/broken.yaml,line=3,"), annotated.output());
    assertEquals(3, bash("-e", check.get("Check, for code scanning")).exit());
    assertTrue(Files.readString(folder.resolve("groups.sarif")).contains("\"type-mismatch\""));
    Files.delete(folder.resolve("groups/broken.yaml"));

    Map<String, String> add = githubSteps(workflow, "add");
    assertEquals(check.get("Install groups"), add.get("Install groups"));
    assertReachesForSignIn(
        "-e", add.get("Sign in").replace("$TENANT", "contoso.com").replace("$CLIENT_ID", "id"));
    assertAllAdded(bash("-e", add.get("Add what is not there yet")));
  }

  private static Map<String, String> githubSteps(Map<?, ?> workflow, String job) {
    Map<String, String> scripts = new HashMap<>();
    for (Object step : (List<?>) at(workflow, "jobs", job, "steps")) {
      if (at(step, "run") instanceof String script) {
        scripts.put("" + at(step, "name"), script);
      }
    }
    return scripts;
  }

  private static String readLine(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A sign-in whose command line is right: what it lacks is a token of the service to show. */
  private void assertReachesForSignIn(String options, String script) throws Exception {
    Step step = bash(options, script);
    assertTrue(step.exit() == 4 || step.exit() == 6, step.exit() + " " + step.output());
  }

  @Test
  void gitlab() throws Exception {
    Map<?, ?> pipeline = read("gitlab-ci.yml");
    variables(at(pipeline, "variables"));
    environment.put("GROUPS_TENANT", "contoso.com");
    environment.put("GROUPS_CLIENT_ID", "id");
    // What the container's root may write to is a folder of ours here.
    String before =
        ("set -o pipefail\n" + lines(at(pipeline, ".groups", "before_script")))
            .replace("/tmp/", folder.resolve("temporary") + "/")
            .replace("/opt", folder.resolve("opt").toString());
    Files.createDirectory(folder.resolve("opt"));

    Step check = bash("-e", before + lines(at(pipeline, "validate", "script")));
    assertEquals(0, check.exit(), check.output());
    assertTrue(Files.readString(folder.resolve("groups.xml")).contains("<testsuite"));
    List<?> add = (List<?>) at(pipeline, "add", "script");
    assertReachesForSignIn("-e", before + add.get(0));
    assertAllAdded(bash("-e", before + add.get(1)));
  }

  private static String lines(Object scripts) {
    List<String> lines = new ArrayList<>();
    ((List<?>) scripts).forEach(line -> lines.add(line + "\n"));
    return String.join("", lines);
  }

  @Test
  void azure() throws Exception {
    Map<?, ?> pipeline = read("azure-pipelines.yml");
    variables(at(pipeline, "variables"));
    Step install = bash("-e", "" + at(pipeline, "steps", 0, "bash"));
    assertEquals(0, install.exit(), install.output());
    String prefix = "##vso[task.prependpath]";
    assertTrue(install.output().startsWith(prefix), install.output());
    String added = install.output().strip().substring(prefix.length());
    environment.compute("PATH", (name, before) -> added + ":" + before);

    assertEquals(0, bash("-e", "" + at(pipeline, "steps", 1, "bash")).exit());
    assertTrue(Files.readString(folder.resolve("groups.xml")).contains("<testsuite"));
    environment.putAll(Map.of("idToken", "e30", "tenantId", "t", "servicePrincipalId", "c"));
    assertAllAdded(bash("-e", "" + at(pipeline, "steps", 3, "inputs", "inlineScript")));
  }

  @Test
  void preCommit() throws Exception {
    Object hook = at(new Yaml().load(Files.readString(Path.of(".pre-commit-hooks.yaml"))), 0);
    environment.compute(
        "PATH", (name, before) -> folder.resolve(ARCHIVE).resolve("bin") + ":" + before);
    String files = "groups/sales.yaml groups/facilities.json";

    Step sound = bash("-e", at(hook, "entry") + " " + files);
    assertEquals(0, sound.exit(), sound.output());
    Files.writeString(folder.resolve("groups/broken.yml"), BROKEN);
    assertTrue("groups/broken.yml".matches(".*" + at(hook, "files")));
    assertEquals(3, bash("-e", at(hook, "entry") + " " + files + " groups/broken.yml").exit());
  }

  @Test
  void actionlintFindsNothingInTheWorkflow() throws Exception {
    assumeTrue(
        List.of(System.getenv("PATH").split(":")).stream()
            .anyMatch(path -> Files.isExecutable(Path.of(path, "actionlint"))),
        "actionlint is not installed");
    Process process =
        new ProcessBuilder("actionlint", "examples/ci/github-actions.yml")
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    assertEquals("", new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
  }
}
