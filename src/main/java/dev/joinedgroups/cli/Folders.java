package dev.joinedgroups.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the program keeps what outlives a run: the folders of the XDG Base Directory Specification,
 * which ignores relative paths in its variables.
 */
final class Folders {
  private Folders() {}

  /** Where the configuration is, or null where there is no home. */
  static @Nullable Path config(Console console) {
    return folder(console, "XDG_CONFIG_HOME", ".config");
  }

  /** Where tokens are kept, or null where there is no home. */
  static @Nullable Path cache(Console console) {
    return folder(console, "XDG_CACHE_HOME", ".cache");
  }

  /** Where journals are kept, or null where there is no home. */
  static @Nullable Path state(Console console) {
    return folder(console, "XDG_STATE_HOME", ".local/state");
  }

  private static @Nullable Path folder(Console console, String variable, String underHome) {
    String set = console.variable(variable);
    if (set.startsWith("/")) {
      return Path.of(set, "groups");
    }
    String home = console.variable("HOME");
    return home.isEmpty() ? null : Path.of(home, underHome, "groups");
  }
}
