package dev.joinedgroups.cli;

import java.util.List;

/**
 * An option of a command: the one description that parsing, help, the manual and the completions
 * are made from.
 *
 * @param names all spellings, the long one first
 * @param label what stands for its value in help; empty for an option without one
 * @param about what it does: one or two phrases without a full stop
 * @param section where it is listed
 * @param candidates values to complete and to check against, in the order of help; empty for any
 * @param completes what the shell completes as its value where there are no candidates
 * @param form how its value is written
 */
record Option(
    List<String> names,
    String label,
    String about,
    Section section,
    List<String> candidates,
    Completes completes,
    Form form) {

  /** What the shell completes. */
  enum Completes {
    NOTHING,
    FILE,
    /** Files that can hold definitions, and directories. */
    DEFINITIONS,
    /** A file behind an at sign; anything else is JSON. */
    JSON_FILE,
    /** Names of properties, separated by commas. */
    PROPERTIES,
    /** A profile of the configuration file. */
    PROFILE
  }

  /** How a value is written, and how often. */
  enum Form {
    /** No value. */
    FLAG,
    /** No value, and its repetition counts. */
    COUNT,
    /** One value, once. */
    VALUE,
    /** A value each time. */
    REPEATED,
    /** A property that is true or false: bare, with {@code =true} or {@code =false}, or negated. */
    BOOLEAN
  }

  static Option flag(Section section, String about, String... names) {
    return new Option(List.of(names), "", about, section, List.of(), Completes.NOTHING, Form.FLAG);
  }

  static Option value(Section section, String label, String about, String... names) {
    return new Option(
        List.of(names), label, about, section, List.of(), Completes.NOTHING, Form.VALUE);
  }

  /** The same with these values and no others. */
  Option withCandidates(List<String> values) {
    return new Option(names, label, about, section, values, completes, form);
  }

  Option completing(Completes what) {
    return new Option(names, label, about, section, candidates, what, form);
  }

  Option withForm(Form other) {
    return new Option(names, label, about, section, candidates, completes, other);
  }

  Option inSection(Section other) {
    return new Option(names, label, about, other, candidates, completes, form);
  }

  /** Several values as help lists them: {@code a, b or c}. */
  static String or(List<String> values) {
    int last = values.size() - 1;
    return String.join(", ", values.subList(0, last)) + " or " + values.get(last);
  }

  /** Whether it is that option. A record's own {@code equals} takes 10 ms when first called. */
  boolean is(Option other) {
    return name().equals(other.name());
  }

  /** The long spelling. */
  String name() {
    return names.getFirst();
  }

  /** The spelling that makes a Boolean false. */
  String negated() {
    return "--no" + name().substring(1);
  }
}
