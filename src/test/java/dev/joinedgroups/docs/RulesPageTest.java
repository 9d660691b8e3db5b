package dev.joinedgroups.docs;

import dev.joinedgroups.Golden;
import dev.joinedgroups.diagnostics.Rule;
import dev.joinedgroups.diagnostics.Severity;
import dev.joinedgroups.validation.RuleCatalogue;
import dev.joinedgroups.validation.RuleExplanation;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The page of all rules says what {@code groups explain} says. {@code -Dgolden.update=true} writes
 * it anew.
 */
@Tag("golden")
class RulesPageTest {
  private static final Path PAGE = Path.of("docs/rules.md");

  @Test
  void isMadeFromTheCatalogue() throws IOException {
    Golden.assertMatches(PAGE, page());
  }

  private static String page() {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Rules

        What `groups` checks before it sends anything. Made from the catalogue that
        `groups explain` prints: not to be edited.

        *Errors* keep a run from sending anything. *Warnings* are what the live service is documented
        to refuse or to ignore; those marked *refused* are errors with `--target groups`, and all of
        them are errors with `--strict`.

        | rule | severity | what it means |
        |---|---|---|
        """);
    for (Severity severity : Severity.values()) {
      for (Rule rule : Rule.values()) {
        if (rule.severity() == severity) {
          page.append("| [").append(rule.slug()).append("](#").append(rule.slug()).append(") | ");
          page.append(label(rule)).append(" | ").append(rule.summary()).append(" |\n");
        }
      }
    }
    for (Rule rule : Rule.values()) {
      append(page, RuleCatalogue.explain(rule));
    }
    return page.toString();
  }

  private static String label(Rule rule) {
    return rule.severity().label() + (rule.refusedByService() ? ", refused" : "");
  }

  private static void append(StringBuilder page, RuleExplanation explanation) {
    Rule rule = explanation.rule();
    page.append("\n## ").append(rule.slug()).append("\n\n");
    page.append("*").append(label(rule)).append("*\n\n");
    page.append(explanation.markdown()).append('\n');
  }
}
