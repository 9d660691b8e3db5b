package dev.joinedgroups.cli;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Redactor;
import dev.joinedgroups.diagnostics.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The command line as a whole: finds the command, runs it, and turns failures into exit codes. */
public final class Cli {
  /** General options that may stand before the command, and whether a value follows. */
  private static final Set<String> LEADING_FLAGS =
      Set.of("--quiet", "-q", "--verbose", "-v", "-vv");

  private static final Set<String> LEADING_VALUES = Set.of("--color", "--config", "--profile");

  private Cli() {}

  /**
   * Runs one command.
   *
   * @return what the process exits with
   */
  public static int run(Console console, String... arguments) {
    Redactor redaction = new Redactor();
    StderrReporter plain =
        new StderrReporter(console, style(console, null, List.of(arguments)), redaction::redact);
    try {
      int code = dispatch(console, List.of(arguments), redaction).code();
      if (!console.out().checkError()) {
        return code;
      }
      plain.failure(unwritten());
      return code == ExitCode.OK.code() ? ExitCode.FAILURE.code() : code;
    } catch (Failure failure) {
      plain.failure(failure);
      return failure.exitCode().code();
    } finally {
      console.out().flush();
      console.err().flush();
    }
  }

  /** A full disk, for example; a reader that leaves a pipe is no error. */
  private static Failure unwritten() {
    return new Failure(
        ExitCode.FAILURE,
        "not everything could be written to standard output",
        "make room where it goes, or send it elsewhere");
  }

  private static ExitCode dispatch(Console console, List<String> line, Redactor redaction) {
    int at = 0;
    List<String> leading = new ArrayList<>();
    while (at < line.size() && line.get(at).startsWith("-")) {
      String argument = line.get(at);
      if (argument.equals("--help") || argument.equals("-h")) {
        console.out().print(HelpPage.overview(Commands.all()));
        return ExitCode.OK;
      }
      if (argument.equals("--version") || argument.equals("-V")) {
        console.out().print(Version.line() + "\n");
        return ExitCode.OK;
      }
      at = leading(line, at, leading);
    }
    if (at == line.size()) {
      console.err().print(HelpPage.overview(Commands.all()));
      return ExitCode.USAGE;
    }
    String name = line.get(at);
    if (name.equals("help")) {
      return help(console, line.subList(at + 1, line.size()));
    }
    List<String> rest = new ArrayList<>(leading);
    Command command = Commands.named(name);
    int behind = at + 1;
    if (command == null && Commands.isGroup(name)) {
      String second = behind < line.size() ? line.get(behind) : "--help";
      if (second.equals("--help") || second.equals("-h")) {
        console.out().print(HelpPage.group(name, Commands.all()));
        return ExitCode.OK;
      }
      name = name + " " + second;
      command = Commands.named(name);
      behind++;
    }
    if (command == null) {
      throw unknown(name);
    }
    rest.addAll(line.subList(behind, line.size()));
    return run(console, command, rest, line, redaction);
  }

  private static int leading(List<String> line, int at, List<String> leading) {
    String argument = line.get(at);
    int equals = argument.indexOf('=');
    String option = equals < 0 ? argument : argument.substring(0, equals);
    Failure secret = SecretOptions.refuse(option);
    if (secret != null) {
      throw secret;
    }
    leading.add(argument);
    if (LEADING_FLAGS.contains(argument) || (equals > 0 && LEADING_VALUES.contains(option))) {
      return at + 1;
    }
    if (LEADING_VALUES.contains(argument) && at + 1 < line.size()) {
      leading.add(line.get(at + 1));
      return at + 2;
    }
    List<String> known = new ArrayList<>(LEADING_FLAGS);
    known.addAll(LEADING_VALUES);
    known.addAll(List.of("--help", "--version"));
    String near = Suggestion.nearest(option, known);
    throw new Failure(
        ExitCode.USAGE,
        "`groups` has no option " + option + " before the command",
        near == null ? "see groups --help" : "did you mean " + near + "?");
  }

  private static Failure unknown(String name) {
    String near = Suggestion.nearest(name, Commands.names());
    return new Failure(
        ExitCode.USAGE,
        "there is no command `" + name + "`",
        near == null ? "see groups --help" : "did you mean `groups " + near + "`?");
  }

  private static ExitCode help(Console console, List<String> words) {
    if (words.isEmpty()) {
      console.out().print(HelpPage.overview(Commands.all()));
      return ExitCode.OK;
    }
    String name = String.join(" ", words);
    Command command = Commands.named(name);
    if (command != null) {
      console.out().print(HelpPage.of(command.model()));
    } else if (Commands.isGroup(name)) {
      console.out().print(HelpPage.group(name, Commands.all()));
    } else {
      throw unknown(name);
    }
    return ExitCode.OK;
  }

  private static ExitCode run(
      Console console,
      Command command,
      List<String> arguments,
      List<String> line,
      Redactor redaction) {
    if (asksForHelp(arguments)) {
      console.out().print(HelpPage.of(command.model()));
      return ExitCode.OK;
    }
    command.prepare(arguments);
    CommandModel model = command.model();
    Arguments parsed = new ArgumentParser(model).parse(arguments, line);
    StderrReporter reporter =
        new StderrReporter(console, style(console, parsed, arguments), redaction::redact);
    try {
      return command.run(parsed, new Context(console, reporter, redaction));
    } catch (Failure failure) {
      reporter.failure(failure);
      return failure.exitCode();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError unexpected) {
      reporter.failure(unexpected(unexpected));
      return ExitCode.FAILURE;
    }
  }

  private static Failure unexpected(Throwable unexpected) {
    return new Failure(
        ExitCode.FAILURE,
        "something went wrong that should not: " + unexpected.getClass().getSimpleName(),
        "run it again with -vv for the details, and report them",
        unexpected);
  }

  private static boolean asksForHelp(List<String> arguments) {
    for (String argument : arguments) {
      if (argument.equals("--")) {
        return false;
      }
      if (argument.equals("--help") || argument.equals("-h")) {
        return true;
      }
    }
    return false;
  }

  /**
   * How to report, as far as it is known: before the arguments are parsed, a look at them must do,
   * so that programs get JSON for mistakes on the command line too.
   */
  private static StderrReporter.Style style(
      Console console, @Nullable Arguments parsed, List<String> arguments) {
    boolean json = OutputOptions.isForPrograms(arguments);
    int verbosity = parsed == null ? 0 : parsed.count(CommonOptions.VERBOSE);
    boolean quiet = parsed != null && parsed.has(CommonOptions.QUIET);
    boolean colour = !json && Context.isColoured(parsed, console, console.terminal().error());
    return new StderrReporter.Style(json, quiet, colour, verbosity);
  }
}
