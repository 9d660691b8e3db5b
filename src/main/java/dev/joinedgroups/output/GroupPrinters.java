package dev.joinedgroups.output;

import dev.joinedgroups.diagnostics.TerminalStyle;
import java.io.Writer;
import java.util.List;

/** Chooses the printer for a format. */
public final class GroupPrinters {
  /** What a list shows unless fields are named: who it is, how to write to it, who can see it. */
  static final List<String> DEFAULT_COLUMNS =
      List.of("id", "displayName", "mailNickname", "visibility");

  private GroupPrinters() {}

  /**
   * Creates a printer.
   *
   * @param sole whether one group was asked for rather than a list that may hold one: it is then
   *     printed whole, as an object of its own or as a table with a line for each property
   * @param fields the properties to print, in this order; empty for all of them, or the default
   *     columns where groups are lines
   * @param out where it goes; flushed but never closed
   * @param style how a table is fitted and coloured; the other formats do not depend on it
   */
  public static GroupPrinter create(
      OutputFormat format, boolean sole, List<String> fields, Writer out, TerminalStyle style) {
    Selection selection = new Selection(fields);
    return switch (format) {
      case TABLE ->
          sole
              ? new PropertyTablePrinter(out, selection, style)
              : new RowTablePrinter(out, columns(selection), style);
      case JSON -> new JsonPrinter(out, selection, sole);
      case YAML -> new YamlPrinter(out, selection, sole);
      case NDJSON -> new NdjsonPrinter(out, selection);
      case TSV -> new TsvPrinter(out, columns(selection));
    };
  }

  private static List<String> columns(Selection selection) {
    return selection.isAll() ? DEFAULT_COLUMNS : selection.fields();
  }
}
