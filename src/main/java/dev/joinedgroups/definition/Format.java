package dev.joinedgroups.definition;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The formats that definitions come in. */
public enum Format {
  JSON,
  YAML;

  /** The format that a file's ending tells, or null where it tells none. */
  public static @Nullable Format ofName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".json") || lower.endsWith(".ndjson") || lower.endsWith(".jsonl")) {
      return JSON;
    }
    return lower.endsWith(".yaml") || lower.endsWith(".yml") ? YAML : null;
  }
}
