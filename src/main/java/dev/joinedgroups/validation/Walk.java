package dev.joinedgroups.validation;

import dev.joinedgroups.definition.Definition;
import dev.joinedgroups.definition.Member;
import dev.joinedgroups.definition.Node;
import dev.joinedgroups.definition.Pointer;
import dev.joinedgroups.diagnostics.Diagnostic;
import dev.joinedgroups.diagnostics.Place;
import dev.joinedgroups.diagnostics.Related;
import dev.joinedgroups.diagnostics.Rule;
import dev.joinedgroups.diagnostics.Severity;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A walk over one definition: knows where it is and turns findings into diagnostics. */
final class Walk {
  private final Definition definition;
  private final ValidationOptions options;
  private final Consumer<Diagnostic> sink;
  private final Pointer pointer = new Pointer();
  private @Nullable Node alias;

  Walk(Definition definition, ValidationOptions options, Consumer<Diagnostic> sink) {
    this.definition = definition;
    this.options = options;
    this.sink = sink;
  }

  ValidationOptions options() {
    return options;
  }

  /** Goes into a member's value. */
  void enter(String name) {
    pointer.enter(name);
  }

  /** Goes into an item of an array. */
  void enter(int index) {
    pointer.enter(index);
  }

  void leave() {
    pointer.leave();
  }

  /** Goes into a value that may be an alias; gives back what {@link #leaveAlias} wants. */
  @Nullable Node enterAlias(Node node) {
    Node outer = alias;
    if (alias == null && node.anchored() != null) {
      alias = node;
    }
    return outer;
  }

  void leaveAlias(@Nullable Node outer) {
    alias = outer;
  }

  /** A problem with a value. */
  void report(Rule rule, Node at, String message, String hint) {
    report(rule, at, at.place(), message, hint);
  }

  /** A problem with a stretch within a value. */
  void report(Rule rule, Node value, Place at, String message, String hint) {
    Node anchored = value.anchored();
    if (alias != null && alias != value) {
      Place stands = anchored == null ? at : anchored.place();
      emit(
          rule,
          alias.place(),
          message,
          hint,
          List.of(new Related(stands, "the alias repeats this")));
    } else if (anchored != null) {
      emit(
          rule,
          value.place(),
          message,
          hint,
          List.of(new Related(anchored.place(), "the alias repeats this")));
    } else {
      emit(rule, at, message, hint, List.of());
    }
  }

  /** A problem with a value that another place explains. */
  void reportWith(Rule rule, Node at, String message, String hint, Related related) {
    emit(rule, at.place(), message, hint, List.of(related));
  }

  /** A problem with a member's name. */
  void reportName(Rule rule, Member member, String message, String hint) {
    if (alias != null) {
      emit(
          rule,
          alias.place(),
          message,
          hint,
          List.of(new Related(member.namePlace(), "the alias repeats this")));
    } else {
      emit(rule, member.namePlace(), message, hint, List.of());
    }
  }

  private void emit(Rule rule, Place place, String message, String hint, List<Related> related) {
    Severity severity = options.severity(rule);
    sink.accept(
        new Diagnostic(
            rule, severity, place, definition.index(), pointer.toString(), message, hint, related));
  }
}
