package dev.joinedgroups.validation;

import dev.joinedgroups.diagnostics.Rule;
import dev.joinedgroups.diagnostics.Suggestion;
import dev.joinedgroups.validation.RuleExplanation.Example;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Explains the rules. Each has a resource {@code rules/SLUG.md} with the sections Meaning, Why,
 * Wrong, Right and Source; it is read when it is asked for.
 */
public final class RuleCatalogue {
  private static final String HEADING = "## ";
  private static final String FENCE = "```";

  private RuleCatalogue() {}

  /** The rule of that slug, or null. */
  public static @Nullable Rule ofSlug(String slug) {
    for (Rule rule : Rule.values()) {
      if (rule.slug().equals(slug)) {
        return rule;
      }
    }
    return null;
  }

  /** The slug nearest to one that does not exist, or null. */
  public static @Nullable String nearest(String slug) {
    List<String> slugs = new ArrayList<>();
    for (Rule rule : Rule.values()) {
      slugs.add(rule.slug());
    }
    return Suggestion.nearest(slug, slugs);
  }

  /** Explains a rule. */
  public static RuleExplanation explain(Rule rule) {
    String text = read(rule);
    return new RuleExplanation(
        rule,
        section(text, "Meaning"),
        section(text, "Why"),
        example(section(text, "Wrong")),
        example(section(text, "Right")),
        section(text, "Source"));
  }

  private static String read(Rule rule) {
    String name = "rules/" + rule.slug() + ".md";
    try (InputStream in = RuleCatalogue.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String section(String text, String title) {
    String heading = HEADING + title + "\n";
    int start = text.indexOf(heading);
    if (start < 0) {
      throw new IllegalStateException("an explanation has no section " + title);
    }
    int end = text.indexOf("\n" + HEADING, start);
    return text.substring(start + heading.length(), end < 0 ? text.length() : end).strip();
  }

  private static Example example(String section) {
    int firstLine = section.indexOf('\n');
    int end = section.lastIndexOf(FENCE);
    return new Example(
        section.substring(FENCE.length(), firstLine), section.substring(firstLine + 1, end));
  }
}
