package dev.joinedgroups.definition;

import dev.joinedgroups.diagnostics.Diagnostic;
import dev.joinedgroups.diagnostics.Failure;
import java.util.function.Consumer;

/** A sink for a single value: there are problems, but no definitions and no inputs to open. */
record ProblemsOnly(Consumer<Diagnostic> problems) implements DefinitionSink {
  @Override
  public void definition(Definition definition) {
    throw new IllegalStateException("a value is not a definition");
  }

  @Override
  public void problem(Diagnostic problem) {
    problems.accept(problem);
  }

  @Override
  public void unreadable(Failure failure) {
    throw failure;
  }
}
