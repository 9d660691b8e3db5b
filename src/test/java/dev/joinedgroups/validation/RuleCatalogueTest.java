package dev.joinedgroups.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joinedgroups.definition.Format;
import dev.joinedgroups.diagnostics.Diagnostic;
import dev.joinedgroups.diagnostics.Rule;
import dev.joinedgroups.diagnostics.Severity;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RuleCatalogueTest {
  /** What no example on a page can show: bytes that are not UTF-8, and megabytes. */
  private static final Set<Rule> NOT_TO_BE_SHOWN = EnumSet.of(Rule.ENCODING, Rule.TOO_LARGE);

  /** Every GUID and every date of a group is in a property that the service sets. */
  private static final Set<Rule> ONLY_IN_READ_ONLY =
      EnumSet.of(Rule.GUID_FORMAT, Rule.DATE_TIME_FORMAT);

  /** What only matters to the live service's own collection. */
  private static final Set<Rule> ONLY_LIVE = EnumSet.of(Rule.BETA_PROPERTY);

  @ParameterizedTest
  @EnumSource(Rule.class)
  void theWrongExampleBreaksTheRule(Rule rule) {
    RuleExplanation explanation = RuleCatalogue.explain(rule);
    List<Diagnostic> problems = check(explanation.wrong(), rule);
    assertEquals(
        !NOT_TO_BE_SHOWN.contains(rule),
        problems.stream().anyMatch(problem -> problem.rule() == rule),
        Checked.shown(problems));
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void theRightExampleIsClean(Rule rule) {
    List<Diagnostic> problems = check(RuleCatalogue.explain(rule).right(), rule);
    if (ONLY_IN_READ_ONLY.contains(rule)) {
      problems.removeIf(problem -> problem.rule() == Rule.READ_ONLY_PROPERTY);
    }
    assertEquals("", Checked.shown(problems));
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void whatTheServiceRefusesIsAnErrorThere(Rule rule) {
    Severity live =
        rule.refusedByService() || rule.severity() == Severity.ERROR
            ? Severity.ERROR
            : Severity.WARNING;
    Severity usual = rule.severity();
    RuleExplanation.Example wrong = RuleCatalogue.explain(rule).wrong();
    Map<ValidationOptions, Severity> expected =
        Map.of(Checked.DEFAULT, usual, Checked.LIVE, live, Checked.STRICT, Severity.ERROR);
    expected.forEach(
        (options, severity) -> {
          for (Diagnostic problem : check(wrong, options)) {
            if (problem.rule() == rule) {
              assertEquals(severity, problem.severity(), options.toString());
            }
          }
        });
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void everySectionSaysSomething(Rule rule) {
    RuleExplanation explanation = RuleCatalogue.explain(rule);
    assertFalse(explanation.meaning().isBlank());
    assertFalse(explanation.why().isBlank());
    assertFalse(explanation.source().isBlank());
    assertFalse(rule.summary().endsWith("."));
    for (String line : (explanation.meaning() + "\n" + explanation.source()).split("\n")) {
      assertTrue(line.length() <= 100, line);
    }
  }

  @Test
  void anExplanationInMarkdown() {
    assertEquals(
        """
        A name that the service requires is there but empty.

        The service requires a value for displayName and for mailNickname, and an
        empty name helps nobody.

        Wrong:

        ```yaml
        displayName: Sales
        mailNickname: ""
        mailEnabled: false
        securityEnabled: true
        ```

        Right:

        ```yaml
        displayName: Sales
        mailNickname: sales
        mailEnabled: false
        securityEnabled: true
        ```

        Source: "Create group" of the Microsoft Graph documentation
        (microsoftgraph/microsoft-graph-docs-contrib@00e146a9,
        api-reference/v1.0/api/group-post-groups.md): both are required.\
        """,
        RuleCatalogue.explain(Rule.EMPTY_TEXT).markdown());
  }

  @Test
  void slugsAreFoundAndSuggested() {
    assertEquals(Rule.TYPE_MISMATCH, RuleCatalogue.ofSlug("type-mismatch"));
    assertNull(RuleCatalogue.ofSlug("type_mismatch"));
    assertEquals("type-mismatch", RuleCatalogue.nearest("type_mismatch"));
    assertEquals("nickname-character", RuleCatalogue.nearest("nickname-charcter"));
    assertNull(RuleCatalogue.nearest("weather"));
  }

  private static List<Diagnostic> check(RuleExplanation.Example example, Rule rule) {
    return check(example, ONLY_LIVE.contains(rule) ? Checked.LIVE : Checked.DEFAULT);
  }

  private static List<Diagnostic> check(
      RuleExplanation.Example example, ValidationOptions options) {
    Format format = Format.valueOf(example.format().toUpperCase(Locale.ROOT));
    return Checked.check(example.text().getBytes(StandardCharsets.UTF_8), format, options);
  }
}
