package dev.joinedgroups.cli;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Stack;
import picocli.CommandLine;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Parses the arguments of one command: builds picocli's model of that command and no other. */
final class ArgumentParser {
  private final CommandModel model;

  ArgumentParser(CommandModel model) {
    this.model = model;
  }

  /**
   * Parses what stands behind the command's name.
   *
   * @param line the whole command line as typed, for places in it
   * @throws Failure when it does not fit the command
   */
  Arguments parse(List<String> arguments, List<String> line) {
    CommandLine commandLine = new CommandLine(spec(arguments));
    commandLine.setExpandAtFiles(false);
    commandLine.setInterpolateVariables(false);
    try {
      Arguments parsed =
          new Arguments(commandLine.parseArgs(arguments.toArray(String[]::new)), line);
      checkChoices(parsed);
      return parsed;
    } catch (UnmatchedArgumentException e) {
      throw unmatched(e.getUnmatched().getFirst());
    } catch (OverwrittenOptionException e) {
      String name =
          e.getOverwritten() instanceof OptionSpec option ? option.longestName() : "an option";
      throw new Failure(ExitCode.USAGE, name + " is given twice", "give it once");
    } catch (ParameterException e) {
      throw badParameter(e, arguments);
    }
  }

  /** A property's value is part of a definition, and checked as one. */
  private void checkChoices(Arguments given) {
    for (Option option : model.options()) {
      if (!option.candidates().isEmpty() && !option.section().isProperty()) {
        for (String value : given.values(option)) {
          Arguments.checkChoice(option.name(), value, option.candidates());
        }
      }
    }
  }

  /** Has only those options that occur: to declare all takes longer than to check a definition. */
  private CommandSpec spec(List<String> arguments) {
    CommandSpec spec = CommandSpec.create().name(model.name());
    spec.parser().overwrittenOptionsAllowed(false).allowOptionsAsOptionParameters(false);
    for (Option option : model.options()) {
      if (occurs(option.names(), arguments)) {
        spec.addOption(optionSpec(option));
      }
      if (option.form() == Option.Form.BOOLEAN && occurs(List.of(option.negated()), arguments)) {
        spec.addOption(OptionSpec.builder(option.negated()).arity("0").type(boolean.class).build());
      }
    }
    if (model.hasOperands()) {
      spec.addPositional(
          PositionalParamSpec.builder().index("0..*").arity("0..*").type(String[].class).build());
    }
    return spec;
  }

  /** Whether a name may stand among the arguments. Short ones hide in {@code -qv}: always. */
  private static boolean occurs(List<String> names, List<String> arguments) {
    for (String name : names) {
      if (name.length() == 2) {
        return true;
      }
      for (String argument : arguments) {
        if (argument.startsWith(name)
            && (argument.length() == name.length() || argument.charAt(name.length()) == '=')) {
          return true;
        }
      }
    }
    return false;
  }

  private static OptionSpec optionSpec(Option option) {
    OptionSpec.Builder builder = OptionSpec.builder(option.names().toArray(String[]::new));
    return switch (option.form()) {
      case FLAG -> builder.arity("0").type(boolean.class).build();
      case COUNT -> builder.arity("0").type(boolean[].class).build();
      case VALUE -> builder.arity("1").type(String.class).build();
      case REPEATED -> builder.arity("1").type(String[].class).build();
      case BOOLEAN ->
          builder.arity("1").type(String.class).preprocessor(new OnlyAttached()).build();
    };
  }

  /** Gives a Boolean option its value only when that is attached with {@code =}. */
  private static final class OnlyAttached implements IParameterPreprocessor {
    @Override
    public boolean preprocess(
        Stack<String> arguments, CommandSpec command, ArgSpec option, Map<String, Object> info) {
      if (" ".equals(info.get("separator"))) {
        arguments.push("true");
      }
      return false;
    }
  }

  private Failure unmatched(String argument) {
    if (!argument.startsWith("-") || argument.equals("-")) {
      Failure word = SecretOptions.refuseWord(model.name());
      if (word != null) {
        return word;
      }
      return new Failure(
          ExitCode.USAGE,
          "`groups " + model.name() + "` takes no `" + argument + "`",
          "see groups " + model.name() + " --help");
    }
    int equals = argument.indexOf('=');
    String name = equals < 0 ? argument : argument.substring(0, equals);
    Failure secret = SecretOptions.refuse(name);
    if (secret != null) {
      return secret;
    }
    List<String> names = new ArrayList<>();
    for (Option option : model.options()) {
      names.addAll(option.names());
      if (option.form() == Option.Form.BOOLEAN) {
        names.add(option.negated());
      }
    }
    String near = Suggestion.nearest(name, names);
    return new Failure(
        ExitCode.USAGE,
        "`groups " + model.name() + "` has no option " + name,
        near == null ? "see groups " + model.name() + " --help" : "did you mean " + near + "?");
  }

  private Failure badParameter(ParameterException e, List<String> arguments) {
    ArgSpec blamed =
        e instanceof MissingParameterException missing && !missing.getMissing().isEmpty()
            ? missing.getMissing().getFirst()
            : e.getArgSpec();
    String name = blamed instanceof OptionSpec option ? option.longestName() : model.name();
    for (Option option : model.options()) {
      if (option.names().contains(name) && !option.label().isEmpty()) {
        return wantsValue(option);
      }
    }
    return new Failure(
        ExitCode.USAGE,
        withValue(arguments, name) + " takes no value",
        "see groups " + model.name() + " --help");
  }

  /** The answer to an option behind which there is no value. */
  static Failure wantsValue(Option option) {
    String name = option.name();
    return new Failure(
        ExitCode.USAGE,
        name + " wants a value",
        "write "
            + name
            + " "
            + option.label()
            + "; a value that starts with a hyphen needs "
            + name
            + "=VALUE");
  }

  /** The first option that has a value and takes none: picocli does not say which it refuses. */
  private String withValue(List<String> arguments, String otherwise) {
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (equals > 0 && takesNoValue(argument.substring(0, equals))) {
        return argument.substring(0, equals);
      }
      if (argument.equals("--")) {
        break;
      }
    }
    return otherwise;
  }

  private boolean takesNoValue(String name) {
    for (Option option : model.options()) {
      boolean refuses =
          switch (option.form()) {
            case FLAG, COUNT -> option.names().contains(name);
            case BOOLEAN -> option.negated().equals(name);
            case VALUE, REPEATED -> false;
          };
      if (refuses) {
        return true;
      }
    }
    return false;
  }
}
