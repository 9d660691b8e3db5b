package dev.joinedgroups.definition;

import dev.joinedgroups.diagnostics.Diagnostic;
import dev.joinedgroups.diagnostics.Failure;

/** Takes what is read, in the order of the inputs and, within one, in the order of the text. */
public interface DefinitionSink {
  /** The next definition. Its problems of reading, if any, were reported before. */
  void definition(Definition definition);

  /** Something that cannot be read as a definition. */
  void problem(Diagnostic problem);

  /** An input that could not be opened or read; reading goes on with the next one. */
  void unreadable(Failure failure);
}
