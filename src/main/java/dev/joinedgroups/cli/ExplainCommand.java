package dev.joinedgroups.cli;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Rule;
import dev.joinedgroups.diagnostics.Suggestion;
import dev.joinedgroups.schema.GroupSchema;
import dev.joinedgroups.schema.Property;
import dev.joinedgroups.validation.RuleCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code groups explain}: what a rule or a property means. */
final class ExplainCommand implements Command {
  @Override
  public CommandModel model() {
    return new CommandModel(
        "explain",
        "say what a rule or a property means",
        "Says what it means to break a rule, with a wrong and a right example and its source; or"
            + " what a property of a group is. Lists all rules when none is named.",
        "[RULE|PROPERTY]",
        Option.Completes.NOTHING,
        names(),
        CommonOptions.GENERAL,
        List.of(
            new CommandModel.Example("List the rules", "groups explain"),
            new CommandModel.Example("Explain a rule", "groups explain nickname-character"),
            new CommandModel.Example("Explain a property", "groups explain visibility")),
        List.of(ExitCode.OK, ExitCode.USAGE),
        CommonOptions.ENVIRONMENT);
  }

  @Override
  public ExitCode run(Arguments arguments, Context context) {
    List<String> operands = arguments.operands();
    if (operands.size() > 1) {
      throw new Failure(
          ExitCode.USAGE,
          "`groups explain` takes one rule or property, not " + operands.size(),
          "name one at a time");
    }
    context.console().out().print(operands.isEmpty() ? Explanations.list() : text(operands.get(0)));
    return ExitCode.OK;
  }

  private static String text(String name) {
    Rule rule = RuleCatalogue.ofSlug(name);
    if (rule != null) {
      return Explanations.of(RuleCatalogue.explain(rule));
    }
    Property property = GroupSchema.property(name);
    if (property != null) {
      return Explanations.of(property);
    }
    String near = Suggestion.nearest(name, names());
    throw new Failure(
        ExitCode.USAGE,
        "there is no rule or property `" + name + "`",
        near == null
            ? "`groups explain` lists the rules"
            : "did you mean `groups explain " + near + "`?");
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>(Stream.of(Rule.values()).map(Rule::slug).toList());
    names.addAll(GroupSchema.names());
    return names;
  }
}
