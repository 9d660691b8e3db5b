package dev.joinedgroups.cli;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Suggestion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** What was given to a command. */
final class Arguments {
  private final ParseResult parsed;
  private final List<String> line;

  /**
   * @param line the whole command line as typed, without the program's name
   */
  Arguments(ParseResult parsed, List<String> line) {
    this.parsed = parsed;
    this.line = line;
  }

  /** The whole command line as typed, without the program's name. */
  List<String> line() {
    return line;
  }

  /** Whether the option was given. */
  boolean has(Option option) {
    return parsed.hasMatchedOption(option.name());
  }

  /** Whether a Boolean was given in its negated spelling. */
  boolean hasNegated(Option option) {
    return parsed.hasMatchedOption(option.negated());
  }

  /** How often the option was given. */
  int count(Option option) {
    OptionSpec matched = parsed.matchedOption(option.name());
    return matched != null && matched.getValue() instanceof boolean[] times ? times.length : 0;
  }

  /**
   * The value of the option, or null where it was not given. One that has candidates is one of
   * them, unless the option is a property.
   */
  @Nullable String value(Option option) {
    OptionSpec matched = parsed.matchedOption(option.name());
    return matched == null ? null : matched.originalStringValues().getLast();
  }

  /** The values of a repeated option, in their order. */
  List<String> values(Option option) {
    OptionSpec matched = parsed.matchedOption(option.name());
    return matched == null ? List.of() : matched.originalStringValues();
  }

  /**
   * Checks a value against those that are allowed.
   *
   * @param name what the value was given as, for the message
   * @throws Failure when it is none of them
   */
  static void checkChoice(String name, String value, List<String> candidates) {
    if (!candidates.contains(value)) {
      String near = Suggestion.nearest(value, candidates);
      throw new Failure(
          ExitCode.USAGE,
          name + " cannot be `" + value + "`",
          (near == null ? "" : "did you mean `" + near + "`? ")
              + "it is one of "
              + String.join(", ", candidates));
    }
  }

  /** The positional parameters. */
  List<String> operands() {
    List<String> operands = new ArrayList<>();
    for (PositionalParamSpec positional : parsed.matchedPositionals()) {
      operands.addAll(positional.originalStringValues());
    }
    return operands;
  }
}
