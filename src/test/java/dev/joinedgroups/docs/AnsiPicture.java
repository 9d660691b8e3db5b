package dev.joinedgroups.docs;

import java.util.List;
import java.util.Map;

/** Draws what a terminal shows as SVG: text with the few ANSI styles that the program uses. */
final class AnsiPicture {
  private static final int LINE_HEIGHT = 20;
  private static final double COLUMN = 8.43;
  private static final int MARGIN = 16;

  private static final Map<String, String> COLOURS =
      Map.of("31", "#ff7b72", "32", "#7ee787", "33", "#e3b341", "34", "#79c0ff", "36", "#76e3ea");

  private AnsiPicture() {}

  /** The lines as a picture of a dark terminal. */
  static String svg(String title, List<String> lines) {
    int columns = 0;
    for (String line : lines) {
      columns = Math.max(columns, line.replaceAll("\u001b\\[[0-9;]*m", "").length());
    }
    long width = Math.round(2 * MARGIN + columns * COLUMN);
    int height = 2 * MARGIN + lines.size() * LINE_HEIGHT;
    StringBuilder svg = new StringBuilder();
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"").append(width);
    svg.append("\" height=\"").append(height).append("\" viewBox=\"0 0 ").append(width);
    svg.append(' ').append(height).append("\">\n<title>").append(escaped(title));
    svg.append("</title>\n<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#0d1117\"/>\n");
    svg.append("<g font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace\"");
    svg.append(" font-size=\"14\" fill=\"#e6edf3\">\n");
    for (int i = 0; i < lines.size(); i++) {
      svg.append("<text xml:space=\"preserve\" x=\"").append(MARGIN).append("\" y=\"");
      svg.append(MARGIN + i * LINE_HEIGHT + 14).append("\">");
      append(svg, lines.get(i));
      svg.append("</text>\n");
    }
    return svg.append("</g>\n</svg>\n").toString();
  }

  private static void append(StringBuilder svg, String line) {
    boolean open = false;
    int at = 0;
    while (at < line.length()) {
      int escape = line.indexOf('\u001b', at);
      int end = escape < 0 ? line.length() : escape;
      svg.append(escaped(line.substring(at, end)));
      if (escape >= 0) {
        int m = line.indexOf('m', escape);
        String codes = line.substring(escape + 2, m);
        svg.append(open ? "</tspan>" : "");
        open = !codes.isEmpty() && !codes.equals("0");
        svg.append(open ? span(codes) : "");
        end = m + 1;
      }
      at = end;
    }
    svg.append(open ? "</tspan>" : "");
  }

  private static String span(String codes) {
    StringBuilder span = new StringBuilder("<tspan");
    for (String code : codes.split(";")) {
      if (code.equals("1")) {
        span.append(" font-weight=\"bold\"");
      } else if (COLOURS.containsKey(code)) {
        span.append(" fill=\"").append(COLOURS.get(code)).append('"');
      } else {
        throw new IllegalArgumentException("no picture of the style " + code);
      }
    }
    return span.append('>').toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
