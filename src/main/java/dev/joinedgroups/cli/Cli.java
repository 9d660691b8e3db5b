package dev.joinedgroups.cli;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Redactor;
import dev.joinedgroups.diagnostics.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The command line as a whole: finds the command, runs it, and turns failures into exit codes. */
public final class Cli {
  private final Console console;
  private final List<String> line;
  private final Redactor redaction = new Redactor();

  /** Made when the arguments are parsed, or when something fails before. */
  private @Nullable StderrReporter reporter;

  private Cli(Console console, List<String> line) {
    this.console = console;
    this.line = line;
  }

  /**
   * Runs one command. Whatever is thrown on the way is told here and nowhere else.
   *
   * @return what the process exits with
   */
  public static int run(Console console, String... arguments) {
    Cli cli = new Cli(console, List.of(arguments));
    ExitCode code = cli.told(cli::dispatch);
    ExitCode written = cli.told(cli::checkWritten);
    console.err().flush();
    return (code == ExitCode.OK ? written : code).code();
  }

  private ExitCode told(Supplier<ExitCode> part) {
    try {
      return part.get();
    } catch (Failure failure) {
      reporter().failure(failure);
      return failure.exitCode();
    } catch (RuntimeException | Error unexpected) {
      reporter().failure(unexpected(unexpected));
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

  /** A full disk, for example; a reader that leaves a pipe is no error. */
  private ExitCode checkWritten() {
    if (console.out().checkError()) {
      throw new Failure(
          ExitCode.FAILURE,
          "not everything could be written to standard output",
          "make room where it goes, or send it elsewhere");
    }
    return ExitCode.OK;
  }

  private ExitCode dispatch() {
    Leading leading = Leading.of(line);
    if (leading.asked() != null) {
      boolean help = leading.asked().is(CommonOptions.HELP);
      return print(help ? HelpPage.overview(Commands.all()) : Version.line() + "\n");
    }
    int at = leading.words().size();
    if (at == line.size()) {
      console.err().print(HelpPage.overview(Commands.all()));
      return ExitCode.USAGE;
    }
    String name = line.get(at++);
    if (name.equals("help")) {
      return help(line.subList(at, line.size()));
    }
    Command command = Commands.named(name);
    if (command == null && Commands.isGroup(name)) {
      String second = at < line.size() ? line.get(at) : "--help";
      if (CommonOptions.HELP.names().contains(second)) {
        return print(HelpPage.group(name, Commands.all()));
      }
      name = name + " " + second;
      command = Commands.named(name);
      at++;
    }
    if (command == null) {
      throw unknown(name);
    }
    List<String> arguments = new ArrayList<>(leading.words());
    arguments.addAll(line.subList(at, line.size()));
    return run(command, arguments);
  }

  private ExitCode print(String page) {
    console.out().print(page);
    return ExitCode.OK;
  }

  private static Failure unknown(String name) {
    String near = Suggestion.nearest(name, Commands.names());
    return new Failure(
        ExitCode.USAGE,
        "there is no command `" + name + "`",
        near == null ? "see groups --help" : "did you mean `groups " + near + "`?");
  }

  private ExitCode help(List<String> words) {
    if (words.isEmpty()) {
      return print(HelpPage.overview(Commands.all()));
    }
    String name = String.join(" ", words);
    Command command = Commands.named(name);
    if (command != null) {
      return print(HelpPage.of(command.model()));
    }
    if (Commands.isGroup(name)) {
      return print(HelpPage.group(name, Commands.all()));
    }
    throw unknown(name);
  }

  private ExitCode run(Command command, List<String> arguments) {
    if (asksForHelp(arguments)) {
      return print(HelpPage.of(command.model()));
    }
    command.prepare(arguments);
    CommandModel model = command.model();
    Arguments parsed = new ArgumentParser(model).parse(arguments, line);
    if (parsed.has(CommonOptions.HELP)) { // In one word with others, such as -qh.
      return print(HelpPage.of(model));
    }
    StderrReporter parsedReporter = new StderrReporter(console, style(parsed), redaction::redact);
    reporter = parsedReporter;
    return command.run(parsed, new Context(console, parsedReporter, redaction));
  }

  /** Help is given for a command line that cannot be parsed, too. */
  private static boolean asksForHelp(List<String> arguments) {
    for (String argument : arguments) {
      if (argument.equals("--")) {
        return false;
      }
      if (CommonOptions.HELP.names().contains(argument)) {
        return true;
      }
    }
    return false;
  }

  private StderrReporter reporter() {
    StderrReporter made = reporter;
    if (made == null) {
      made = new StderrReporter(console, guessedStyle(), redaction::redact);
      reporter = made;
    }
    return made;
  }

  private StderrReporter.Style style(Arguments parsed) {
    boolean json = OutputOptions.isForPrograms(parsed);
    return new StderrReporter.Style(
        json,
        parsed.has(CommonOptions.QUIET),
        !json && Context.isColoured(parsed, console, console.terminal().error()),
        parsed.count(CommonOptions.VERBOSE));
  }

  /**
   * How to report before the arguments are parsed: a look at them must do, so that programs get
   * JSON for mistakes on the command line too.
   */
  private StderrReporter.Style guessedStyle() {
    boolean json = OutputOptions.isForPrograms(line);
    boolean colour = !json && Context.isColoured(null, console, console.terminal().error());
    return new StderrReporter.Style(json, false, colour, line.contains("-vv") ? 2 : 0);
  }
}
