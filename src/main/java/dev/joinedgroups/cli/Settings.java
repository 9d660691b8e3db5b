package dev.joinedgroups.cli;

import dev.joinedgroups.definition.ArrayNode;
import dev.joinedgroups.definition.Member;
import dev.joinedgroups.definition.Node;
import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.definition.ScalarNode;
import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Suggestion;
import dev.joinedgroups.graph.Cloud;
import dev.joinedgroups.graph.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What flags, environment, profile and configuration file say, in that order: the first that says
 * anything about a setting decides it.
 */
final class Settings {
  /** The keys of the configuration file and of its profiles. */
  static final List<String> KEYS =
      List.of(
          "endpoint", "cloud", "user", "target", "ca-file", "tenant", "client-id", "token-command");

  private static final List<String> TOP_KEYS = plus(KEYS, "profile", "profiles");

  private final Arguments arguments;
  private final Console console;
  private final @Nullable ObjectNode profile;
  private final @Nullable ObjectNode config;

  /**
   * @param config the configuration file's content, or null where there is no file
   * @throws Failure when the file has unknown keys or the profile does not exist
   */
  Settings(Arguments arguments, Console console, @Nullable ObjectNode config) {
    this.arguments = arguments;
    this.console = console;
    this.config = config;
    this.profile = profile();
  }

  private static List<String> plus(List<String> keys, String... more) {
    List<String> all = new ArrayList<>(keys);
    all.addAll(List.of(more));
    return List.copyOf(all);
  }

  private @Nullable ObjectNode profile() {
    if (config != null) {
      checkKeys(config, TOP_KEYS);
    }
    String name = arguments.value(CommonOptions.PROFILE);
    if (name == null || name.isEmpty()) {
      name = console.variable("GROUPS_PROFILE");
    }
    if (name.isEmpty() && config != null) {
      String chosen = text(config, "profile");
      name = chosen == null ? "" : chosen;
    }
    Node defined = config == null ? null : config.get("profiles");
    if (defined != null) {
      checkProfiles(defined);
    }
    if (name.isEmpty()) {
      return null;
    }
    ObjectNode profiles = defined instanceof ObjectNode all ? all : null;
    if (profiles != null && profiles.get(name) instanceof ObjectNode found) {
      return found;
    }
    List<String> names =
        profiles == null ? List.of() : profiles.members().stream().map(Member::name).toList();
    String near = Suggestion.nearest(name, names);
    throw new Failure(
        ExitCode.USAGE,
        "there is no profile `" + name + "`",
        near != null
            ? "did you mean `" + near + "`?"
            : names.isEmpty()
                ? "the configuration file has no profiles"
                : "the configuration file has " + String.join(", ", names));
  }

  private static void checkProfiles(Node profiles) {
    if (!(profiles instanceof ObjectNode all)) {
      throw new Failure(ExitCode.USAGE, "`profiles` wants an object", "write NAME: {KEY: VALUE}")
          .at(profiles.place());
    }
    for (Member member : all.members()) {
      if (!(member.value() instanceof ObjectNode one)) {
        throw new Failure(
                ExitCode.USAGE,
                "the profile `" + member.name() + "` wants an object",
                "write NAME: {KEY: VALUE}")
            .at(member.value().place());
      }
      checkKeys(one, KEYS);
    }
  }

  private static void checkKeys(ObjectNode object, List<String> known) {
    for (Member member : object.members()) {
      if (!known.contains(member.name())) {
        String near = Suggestion.nearest(member.name(), known);
        throw new Failure(
                ExitCode.USAGE,
                "the configuration has no key `" + member.name() + "`",
                near == null
                    ? "it has " + String.join(", ", known)
                    : "did you mean `" + near + "`?")
            .at(member.namePlace());
      }
    }
  }

  private static @Nullable String text(ObjectNode object, String key) {
    Node value = object.get(key);
    if (value == null || (value instanceof ScalarNode scalar && scalar.isNull())) {
      return null;
    }
    if (value instanceof ScalarNode scalar && scalar.isString()) {
      return scalar.text().isEmpty() ? null : scalar.text();
    }
    throw new Failure(ExitCode.USAGE, "`" + key + "` wants a string", "write a text in quotes")
        .at(value.place());
  }

  /**
   * A setting as text.
   *
   * @param option its flag, or null where it has none
   * @param variable its environment variable, or an empty text
   * @param key its key in profile and configuration
   * @return the first that is given, or null
   */
  @Nullable String text(@Nullable Option option, String variable, String key) {
    return atLevel(option, variable, key, Level.ANY);
  }

  private enum Level {
    FLAG,
    ENVIRONMENT,
    PROFILE,
    CONFIG,
    ANY
  }

  private @Nullable String atLevel(
      @Nullable Option option, String variable, String key, Level level) {
    boolean any = level == Level.ANY;
    String value = null;
    if (option != null && (any || level == Level.FLAG)) {
      value = arguments.value(option);
    }
    if (value == null && !variable.isEmpty() && (any || level == Level.ENVIRONMENT)) {
      String set = console.variable(variable);
      value = set.isEmpty() ? null : set;
    }
    if (value == null && profile != null && (any || level == Level.PROFILE)) {
      value = text(profile, key);
    }
    if (value == null && config != null && (any || level == Level.CONFIG)) {
      value = text(config, key);
    }
    return value;
  }

  /** The endpoint that was configured, or null where the cloud decides. */
  @Nullable String endpoint() {
    for (Level level : List.of(Level.FLAG, Level.ENVIRONMENT, Level.PROFILE, Level.CONFIG)) {
      String endpoint = atLevel(CommonOptions.ENDPOINT, "GROUPS_ENDPOINT", "endpoint", level);
      if (endpoint != null) {
        return endpoint;
      }
      if (atLevel(CommonOptions.CLOUD, "GROUPS_CLOUD", "cloud", level) != null) {
        return null; // A cloud at a stronger level beats an endpoint at a weaker one.
      }
    }
    return null;
  }

  /** The cloud. */
  Cloud cloud() {
    String label = text(CommonOptions.CLOUD, "GROUPS_CLOUD", "cloud");
    if (label == null) {
      return Cloud.GLOBAL;
    }
    Arguments.checkChoice("the cloud", label, Cloud.labels());
    Cloud cloud = Cloud.ofLabel(label);
    return cloud == null ? Cloud.GLOBAL : cloud;
  }

  /** The target. */
  Target target() {
    String label = text(CommonOptions.TARGET, "GROUPS_TARGET", "target");
    if (label == null) {
      return Target.JOINED_GROUPS_REF;
    }
    Arguments.checkChoice("the target", label, Target.labels());
    Target target = Target.ofLabel(label);
    return target == null ? Target.JOINED_GROUPS_REF : target;
  }

  /** Whose groups: {@code me} or a user's id. */
  String user() {
    String user = text(CommonOptions.USER, "GROUPS_USER", "user");
    return user == null ? "me" : user;
  }

  /** A file with certificates to trust as well, or null. */
  @Nullable Path caFile() {
    String file = text(CommonOptions.CA_FILE, "GROUPS_CA_FILE", "ca-file");
    return file == null ? null : console.directory().resolve(file);
  }

  /** The program that prints a token, with its arguments; empty where there is none. */
  List<String> tokenCommand() {
    Node value = profile == null ? null : profile.get("token-command");
    if (value == null && config != null) {
      value = config.get("token-command");
    }
    if (value == null) {
      return List.of();
    }
    List<String> command = new ArrayList<>();
    if (value instanceof ArrayNode array) {
      for (Node item : array.items()) {
        if (item instanceof ScalarNode scalar && scalar.isString()) {
          command.add(scalar.text());
        }
      }
      if (!command.isEmpty() && command.size() == array.items().size()) {
        return command;
      }
    }
    throw new Failure(
            ExitCode.USAGE,
            "`token-command` wants a list: a program and its arguments",
            "write [program, argument]; no shell reads it")
        .at(value.place());
  }
}
