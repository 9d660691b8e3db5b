package dev.joinedgroups.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The formats that created groups are printed in. */
public enum OutputFormat {
  /** Aligned columns, for people. */
  TABLE,
  /** An object, or an array of objects. */
  JSON,
  /** A mapping, or a sequence of mappings. */
  YAML,
  /** An object on a line each, as they come. */
  NDJSON,
  /** Values between tabs, a line each, without a header. */
  TSV;

  /** The name on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of that label, or null. */
  public static @Nullable OutputFormat ofLabel(String label) {
    for (OutputFormat format : values()) {
      if (format.label().equals(label)) {
        return format;
      }
    }
    return null;
  }

  /** All labels, in the order in which help lists them. */
  public static List<String> labels() {
    List<String> labels = new ArrayList<>();
    for (OutputFormat format : values()) {
      labels.add(format.label());
    }
    return labels;
  }
}
