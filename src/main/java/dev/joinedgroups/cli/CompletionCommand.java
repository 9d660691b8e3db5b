package dev.joinedgroups.cli;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import java.util.List;

/** {@code groups completion}: prints the script that completes this program in a shell. */
final class CompletionCommand implements Command {
  private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

  @Override
  public CommandModel model() {
    return new CommandModel(
        "completion",
        "print the completion script for bash, zsh or fish",
        "Prints a script that completes commands, options and values of this program in a shell."
            + " The script serves both names, groups and joined-groups, and never starts the"
            + " program.",
        "bash|zsh|fish",
        Option.Completes.NOTHING,
        SHELLS,
        CommonOptions.GENERAL,
        List.of(
            new CommandModel.Example("Complete in this bash", "source <(groups completion bash)"),
            new CommandModel.Example(
                "Complete in every zsh whose $fpath has that folder",
                "groups completion zsh > ~/.zfunc/_joined-groups"),
            new CommandModel.Example(
                "Complete in every fish",
                "groups completion fish > ~/.config/fish/completions/groups.fish")),
        List.of(ExitCode.OK, ExitCode.USAGE),
        CommonOptions.ENVIRONMENT);
  }

  @Override
  public ExitCode run(Arguments arguments, Context context) {
    List<String> operands = arguments.operands();
    if (operands.size() != 1) {
      throw new Failure(
          ExitCode.USAGE, "one shell is wanted", "it is one of " + String.join(", ", SHELLS));
    }
    String shell = operands.getFirst();
    Arguments.checkChoice("the shell", shell, SHELLS);
    context.console().out().print(script(shell));
    return ExitCode.OK;
  }

  /** The script for one of the shells. */
  static String script(String shell) {
    ShellModel model = new ShellModel(Commands.all());
    return switch (shell) {
      case "bash" -> new BashCompletion(model).script();
      case "zsh" -> new ZshCompletion(model).script();
      default -> new FishCompletion(model).script();
    };
  }
}
