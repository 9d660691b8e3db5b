package dev.joinedgroups.cli;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.schema.JsonSchemaExport;
import dev.joinedgroups.schema.TemplateExport;
import dev.joinedgroups.validation.Required;
import java.util.ArrayList;
import java.util.List;

/** {@code groups schema}: what a definition looks like, for editors and for people. */
final class SchemaCommand implements Command {
  private static final Option TEMPLATE =
      Option.flag(Section.OUTPUT, "print a commented YAML definition to start from", "--template");

  @Override
  public CommandModel model() {
    List<Option> options = new ArrayList<>(List.of(TEMPLATE, DefinitionOptions.REQUIRED));
    options.addAll(CommonOptions.GENERAL);
    return new CommandModel(
        "schema",
        "print the JSON Schema of a definition, or a YAML starter",
        "Prints the JSON Schema (2020-12) of a file of definitions, with which editors complete and"
            + " check it while it is written, or a commented YAML definition to start from.",
        "",
        Option.Completes.NOTHING,
        List.of(),
        options,
        List.of(
            new CommandModel.Example("Start a definition", "groups schema --template > group.yaml"),
            new CommandModel.Example(
                "Have an editor check it: begin group.yaml with"
                    + " `# yaml-language-server: $schema=group.schema.json`",
                "groups schema > group.schema.json")),
        List.of(ExitCode.OK, ExitCode.USAGE),
        CommonOptions.ENVIRONMENT);
  }

  @Override
  public ExitCode run(Arguments arguments, Context context) {
    String label = arguments.value(DefinitionOptions.REQUIRED);
    if (arguments.has(TEMPLATE)) {
      if (label != null) {
        throw new Failure(
            ExitCode.USAGE, "--required does not go with --template", "leave one of them out");
      }
      context.console().out().print(TemplateExport.yaml());
      return ExitCode.OK;
    }
    Required required = label == null ? null : Required.ofLabel(label);
    context
        .console()
        .out()
        .print(JsonSchemaExport.schema((required == null ? Required.MINIMAL : required).names()));
    return ExitCode.OK;
  }
}
