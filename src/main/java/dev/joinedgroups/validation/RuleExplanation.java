package dev.joinedgroups.validation;

import dev.joinedgroups.diagnostics.Rule;

/**
 * What there is to know about a rule.
 *
 * @param rule the rule
 * @param meaning what it means to break it: paragraphs, their lines already broken
 * @param why why that matters, likewise
 * @param wrong a definition that breaks it
 * @param right the same without that problem
 * @param source where the rule comes from, likewise
 */
public record RuleExplanation(
    Rule rule, String meaning, String why, Example wrong, Example right, String source) {

  /** All of it in Markdown. */
  public String markdown() {
    return meaning
        + "\n\n"
        + why
        + "\n\nWrong:\n\n"
        + wrong.fenced()
        + "\n\nRight:\n\n"
        + right.fenced()
        + "\n\nSource: "
        + source;
  }

  /**
   * A definition as a user would write it.
   *
   * @param format {@code yaml} or {@code json}
   * @param text the lines, each ended
   */
  public record Example(String format, String text) {
    private String fenced() {
      return "```" + format + "\n" + text + "```";
    }
  }
}
