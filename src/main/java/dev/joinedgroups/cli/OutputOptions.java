package dev.joinedgroups.cli;

import static dev.joinedgroups.cli.Option.value;

import dev.joinedgroups.cli.Option.Completes;
import dev.joinedgroups.output.OutputFormat;
import java.util.ArrayList;
import java.util.List;

/** The options that say how results are printed. */
final class OutputOptions {
  static final Option OUTPUT =
      value(Section.OUTPUT, "FORMAT", Option.or(OutputFormat.labels()), "--output", "-o")
          .withCandidates(OutputFormat.labels());
  static final Option FIELDS =
      value(
              Section.OUTPUT,
              "NAME,...",
              "only these properties, in this order: id,displayName",
              "--fields")
          .completing(Completes.PROPERTIES);

  private OutputOptions() {}

  /** The format that was asked for. */
  static OutputFormat format(Arguments arguments) {
    String label = arguments.value(OUTPUT);
    OutputFormat format = label == null ? null : OutputFormat.ofLabel(label);
    return format == null ? OutputFormat.TABLE : format;
  }

  /** The properties that were asked for; empty for all or the usual ones. */
  static List<String> fields(Arguments arguments) {
    String fields = arguments.value(FIELDS);
    List<String> names = new ArrayList<>();
    if (fields != null) {
      for (String name : fields.split(",", -1)) {
        if (!name.isBlank()) {
          names.add(name.strip());
        }
      }
    }
    return names;
  }

  /** Whether results, and so messages too, are for programs: {@code -o json} or {@code ndjson}. */
  static boolean isForPrograms(Arguments arguments) {
    String format = arguments.value(OUTPUT);
    return format != null && isForPrograms(format);
  }

  private static boolean isForPrograms(String format) {
    return format.equals("json") || format.equals("ndjson");
  }

  /** The same as far as the words alone tell, before they are parsed or where they cannot be. */
  static boolean isForPrograms(List<String> arguments) {
    for (int i = 0; i < arguments.size() && !arguments.get(i).equals("--"); i++) {
      String argument = arguments.get(i);
      String format = "";
      if (OUTPUT.names().contains(argument)) {
        format = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
      } else if (argument.startsWith("--output=")) {
        format = argument.substring("--output=".length());
      } else if (argument.startsWith("-o") && !argument.startsWith("--")) {
        format = argument.substring(argument.startsWith("-o=") ? 3 : 2);
      }
      if (isForPrograms(format)) {
        return true;
      }
    }
    return false;
  }
}
