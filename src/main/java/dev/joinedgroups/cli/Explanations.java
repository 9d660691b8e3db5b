package dev.joinedgroups.cli;

import dev.joinedgroups.diagnostics.Rule;
import dev.joinedgroups.diagnostics.Severity;
import dev.joinedgroups.schema.EdmType;
import dev.joinedgroups.schema.EdmType.CollectionType;
import dev.joinedgroups.schema.EdmType.ComplexType;
import dev.joinedgroups.schema.GroupSchema;
import dev.joinedgroups.schema.Property;
import dev.joinedgroups.schema.Property.Origin;
import dev.joinedgroups.validation.RuleExplanation;
import dev.joinedgroups.validation.RuleExplanation.Example;

/** Rules and properties in plain text. */
final class Explanations {
  private static final int LABEL = 12;

  private Explanations() {}

  /** All rules, a line each: slug, severity and summary, errors first. */
  static String list() {
    int width = 0;
    for (Rule rule : Rule.values()) {
      width = Math.max(width, rule.slug().length());
    }
    StringBuilder out = new StringBuilder("Errors: the definition is not sent.\n\n");
    rules(Severity.ERROR, width, out);
    out.append("\nWarnings: the live service is documented to refuse or to ignore this.\n\n");
    rules(Severity.WARNING, width, out);
    out.append("\n* The service refuses it: an error with --target groups.\n");
    out.append("  With --strict every warning is an error.\n");
    out.append("\n`groups explain RULE` explains one, with examples; `groups explain PROPERTY`\n");
    out.append("tells about a property.\n");
    return out.toString();
  }

  private static void rules(Severity severity, int width, StringBuilder out) {
    for (Rule rule : Rule.values()) {
      if (rule.severity() == severity) {
        out.append("  ").append(rule.slug()).repeat(' ', width - rule.slug().length());
        out.append("  ").append(severity.label()).append(rule.refusedByService() ? "*" : " ");
        out.append("  ").append(rule.summary()).append('\n');
      }
    }
  }

  /** A rule with its examples and its source. */
  static String of(RuleExplanation explanation) {
    Rule rule = explanation.rule();
    StringBuilder out = new StringBuilder();
    out.append(rule.slug()).append(": ").append(rule.summary()).append('\n');
    out.append(severity(rule)).append("\n\n");
    out.append(explanation.meaning()).append("\n\n");
    out.append("Why\n\n").append(explanation.why()).append("\n\n");
    example("Wrong", explanation.wrong(), out);
    example("Right", explanation.right(), out);
    if (rule == Rule.UNKNOWN_PROPERTY) {
      out.append("Known beyond the endpoint's document\n\n");
      later(Origin.V1_0, "Microsoft Graph v1.0", out);
      later(Origin.BETA, "Microsoft Graph beta", out);
      out.append('\n');
    }
    out.append("Source\n\n").append(explanation.source()).append('\n');
    return out.toString();
  }

  private static void later(Origin origin, String where, StringBuilder out) {
    out.append("  ").append(where).append('\n');
    for (Property property : GroupSchema.laterProperties()) {
      if (property.origin() == origin) {
        out.append("    ").append(property.name()).append(": ").append(property.about());
        out.append('\n');
      }
    }
  }

  private static String severity(Rule rule) {
    if (rule == Rule.UNKNOWN_PROPERTY) {
      return "An error; a warning with --allow-unknown.";
    }
    if (rule.severity() == Severity.ERROR) {
      return "An error.";
    }
    return rule.refusedByService()
        ? "A warning; an error with --target groups or --strict."
        : "A warning; an error with --strict.";
  }

  private static void example(String title, Example example, StringBuilder out) {
    out.append(title).append("\n\n");
    example.text().lines().forEach(line -> out.append("    ").append(line).append('\n'));
    out.append('\n');
  }

  /** A property with all that the table says about it. */
  static String of(Property property) {
    StringBuilder out = new StringBuilder();
    out.append(property.name()).append(": ").append(property.about()).append("\n\n");
    line("Type", property.type().edmName() + ", " + property.type().wording(), out);
    line("Null", property.nullable() ? "allowed" : "not allowed", out);
    line("Known from", origin(property), out);
    line("Given", given(property), out);
    if (property.origin() == Origin.ENDPOINT) {
      line("Flag", property.flag(), out);
    } else {
      line("Flag", "--set " + property.name() + "=JSON", out);
    }
    if (property.maxLength() > 0) {
      line("Length", "at most " + property.maxLength() + " characters", out);
    }
    if (!property.values().isEmpty()) {
      line("Values", String.join(", ", property.values()), out);
    }
    EdmType inner =
        property.type() instanceof CollectionType collection ? collection.item() : property.type();
    if (inner instanceof ComplexType complex) {
      out.append("\nProperties of ").append(complex.edmName()).append(":\n\n");
      for (Property part : complex.properties()) {
        out.append("  ").append(part.name()).append(": ").append(part.about());
        out.append(" (").append(part.type().edmName()).append(")\n");
      }
    }
    return out.toString();
  }

  private static String origin(Property property) {
    return switch (property.origin()) {
      case ENDPOINT -> "the endpoint's document";
      case V1_0 -> "Microsoft Graph v1.0 today, beyond the endpoint's document";
      case BETA -> "Microsoft Graph beta today, beyond the endpoint's document";
    };
  }

  private static String given(Property property) {
    return switch (property.settable()) {
      case ON_CREATE -> "when a group is created";
      case AFTER_CREATE -> "only by an update of a group that exists (rule set-after-create)";
      case NEVER -> "never: the live service sets it itself (rule read-only-property)";
    };
  }

  private static void line(String label, String text, StringBuilder out) {
    out.append(label).repeat(' ', LABEL - label.length()).append(text).append('\n');
  }
}
