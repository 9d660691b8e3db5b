package dev.joinedgroups.cli;

import dev.joinedgroups.definition.CommandLineText;
import dev.joinedgroups.definition.Definition;
import dev.joinedgroups.definition.DefinitionReader;
import dev.joinedgroups.definition.DefinitionSink;
import dev.joinedgroups.definition.FlagReader;
import dev.joinedgroups.definition.Input;
import dev.joinedgroups.definition.Inputs;
import dev.joinedgroups.definition.Member;
import dev.joinedgroups.diagnostics.Diagnostic;
import dev.joinedgroups.diagnostics.DiagnosticWriter;
import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.validation.ValidationOptions;
import dev.joinedgroups.validation.Validator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads and checks all definitions of a run, before anything is sent. */
final class Preflight implements DefinitionSink {
  private final Context context;
  private final DiagnosticWriter writer;
  private final Validator validator;
  private final Consumer<Definition> sound;
  private final Definition flags;
  private final List<Input> inputs;
  private final boolean oneFile;
  private final DefinitionReader reader;

  private int inputDefinitions;
  private int definitions;
  private int errors;
  private int warnings;
  private int unreadable;
  private boolean listed;

  /**
   * Reads the flags and finds the files.
   *
   * @param writer takes the problems
   * @param sound takes each definition that may be sent, flags included
   * @throws Failure when there is nothing to read
   */
  Preflight(
      Arguments arguments,
      Context context,
      ValidationOptions options,
      DiagnosticWriter writer,
      Consumer<Definition> sound) {
    this.context = context;
    this.writer = writer;
    this.sound = sound;
    this.validator = new Validator(options, this::problem);
    Console console = context.console();
    CommandLineText line = new CommandLineText("groups", arguments.line());
    this.flags = new FlagReader(line, console.directory(), this::problem).read();
    List<String> operands = arguments.operands();
    this.inputs = new Inputs(console.directory()).expand(operands);
    this.oneFile = inputs.size() == 1 && !isDirectory(operands.getFirst(), inputs.getFirst());
    if (inputs.isEmpty() && flags.object().members().isEmpty() && errors == 0) {
      throw new Failure(
          ExitCode.INVALID,
          "there is no definition",
          "name a FILE (- is standard input), or give flags such as --display-name; see --help");
    }
    this.reader = new DefinitionReader(console.in(), DefinitionOptions.format(arguments));
  }

  private static boolean isDirectory(String operand, Input input) {
    return !(input instanceof Input.StandardInput) && !operand.equals(input.name());
  }

  /**
   * Reads and checks everything.
   *
   * @return {@link ExitCode#OK} when all of it may be sent
   */
  ExitCode run() {
    validator.checkFlags(flags);
    if (inputs.isEmpty()) {
      check(flags);
      writer.fileChecked(flags.file(), 1);
    }
    for (Input input : inputs) {
      inputDefinitions = 0;
      reader.read(List.of(input), this);
      writer.fileChecked(input.name(), inputDefinitions);
    }
    writer.finish();
    if (unreadable > 0) {
      return ExitCode.FAILURE;
    }
    return errors > 0 ? ExitCode.INVALID : ExitCode.OK;
  }

  @Override
  public void definition(Definition definition) {
    inputDefinitions++;
    listed |= definition.listed();
    check(flags.object().members().isEmpty() ? definition : withFlags(definition));
  }

  private Definition withFlags(Definition definition) {
    Map<String, Member> given = new HashMap<>();
    flags.object().members().forEach(member -> given.put(member.name(), member));
    List<Member> members = new ArrayList<>();
    for (Member member : definition.object().members()) {
      Member flag = given.remove(member.name());
      members.add(flag == null ? member : flag);
    }
    for (Member flag : flags.object().members()) {
      if (given.containsKey(flag.name())) {
        members.add(flag);
      }
    }
    return definition.with(definition.object().withMembers(members));
  }

  private void check(Definition definition) {
    definitions++;
    if (validator.check(definition)) {
      sound.accept(definition);
    }
  }

  @Override
  public void problem(Diagnostic problem) {
    if (problem.isError()) {
      errors++;
    } else {
      warnings++;
    }
    writer.write(problem);
  }

  @Override
  public void unreadable(Failure failure) {
    unreadable++;
    context.reporter().failure(failure);
  }

  /** Whether it is flags alone, or one file that holds one object. */
  boolean isSole() {
    return definitions == 1 && !listed && (inputs.isEmpty() || oneFile);
  }

  /** What was checked, in one line. */
  String summary() {
    String checked = "checked " + count(definitions, "definition");
    if (!inputs.isEmpty()) {
      checked += " in " + count(inputs.size() - unreadable, "file");
    }
    List<String> problems = new ArrayList<>();
    if (errors > 0) {
      problems.add(count(errors, "error"));
    }
    if (warnings > 0) {
      problems.add(count(warnings, "warning"));
    }
    if (unreadable > 0) {
      problems.add(count(unreadable, "file") + " could not be read");
    }
    return checked + ": " + (problems.isEmpty() ? "no problems" : String.join(", ", problems));
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
