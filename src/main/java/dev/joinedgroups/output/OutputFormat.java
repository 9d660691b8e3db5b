package dev.joinedgroups.output;

import java.util.Locale;

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
}
