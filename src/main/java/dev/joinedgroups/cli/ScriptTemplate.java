package dev.joinedgroups.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A shell script with places for the tables that are made from the commands. */
final class ScriptTemplate {
  private String text;

  private ScriptTemplate(String text) {
    this.text = text;
  }

  /** The template of that name, which is packaged beside this class. */
  static ScriptTemplate named(String name) {
    try (InputStream in = ScriptTemplate.class.getResourceAsStream("completion/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file completion/" + name);
      }
      return new ScriptTemplate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a text where the template says {@code @PLACE@}. */
  ScriptTemplate with(String place, String replacement) {
    text = text.replace("@" + place + "@", replacement);
    return this;
  }

  /** Puts lines where the template has a line that says {@code @PLACE@}; no lines delete it. */
  ScriptTemplate with(String place, List<String> lines) {
    String replacement = String.join("\n", lines);
    if (lines.isEmpty()) {
      text = text.replace("@" + place + "@\n", "");
    }
    return with(place, replacement);
  }

  String text() {
    return text;
  }
}
