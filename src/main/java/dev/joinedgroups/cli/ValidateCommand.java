package dev.joinedgroups.cli;

import dev.joinedgroups.definition.DefinitionReader;
import dev.joinedgroups.definition.Format;
import dev.joinedgroups.diagnostics.DiagnosticWriter;
import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.graph.Target;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** {@code groups validate}: checks definitions and sends nothing. */
final class ValidateCommand implements Command {
  @Override
  public CommandModel model() {
    List<Option> options = new ArrayList<>(DefinitionOptions.all());
    options.add(CommonOptions.TARGET.inSection(Section.CHECKING));
    options.addAll(CommonOptions.SETTINGS);
    options.addAll(CommonOptions.GENERAL);
    List<CommandModel.Variable> environment = new ArrayList<>();
    environment.add(new CommandModel.Variable("GROUPS_TARGET", "as --target"));
    environment.add(new CommandModel.Variable("GROUPS_PROFILE", "as --profile"));
    environment.add(new CommandModel.Variable("GROUPS_CONFIG", "as --config"));
    environment.addAll(CommonOptions.ENVIRONMENT);
    return new CommandModel(
        "validate",
        "check definitions; sends nothing",
        "Checks group definitions and says what is wrong, where, and what to write instead. Sends"
            + " nothing, and needs neither a token nor a network.",
        "[FILE...]",
        Option.Completes.DEFINITIONS,
        List.of(),
        options,
        List.of(
            new CommandModel.Example(
                "Check one definition", "groups validate examples/marketing.yaml"),
            new CommandModel.Example(
                "Check all definitions in a folder", "groups validate examples/departments"),
            new CommandModel.Example(
                "Check what a program makes", "groups validate - < examples/marketing.yaml"),
            new CommandModel.Example(
                "Annotate a pull request on GitHub",
                "groups validate --diagnostics github examples/departments"),
            new CommandModel.Example(
                "Check for what the live service takes today",
                "groups validate --target groups --strict examples/marketing.yaml")),
        List.of(ExitCode.OK, ExitCode.FAILURE, ExitCode.USAGE, ExitCode.INVALID),
        environment);
  }

  @Override
  public void prepare(List<String> arguments) {
    for (String argument : arguments) {
      if (Format.ofName(argument) == Format.YAML) {
        return;
      }
    }
    DefinitionReader.prepareForJson();
  }

  @Override
  public ExitCode run(Arguments arguments, Context context) {
    boolean live = context.settings(arguments).target() == Target.GROUPS;
    Writer out = new OutputStreamWriter(context.console().out(), StandardCharsets.UTF_8);
    DiagnosticWriter writer =
        DiagnosticOutput.writer(arguments, context, out, context.outputStyle(arguments));
    Preflight preflight =
        new Preflight(
            arguments,
            context,
            DefinitionOptions.validation(arguments, live),
            writer,
            definition -> {});
    ExitCode code = preflight.run();
    context.reporter().notice(preflight.summary());
    return code;
  }
}
