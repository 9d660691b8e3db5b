package dev.joinedgroups.definition;

import dev.joinedgroups.diagnostics.Diagnostic;
import dev.joinedgroups.diagnostics.Failure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses one JSON object that a program sent or stored, such as the body of an answer. */
public final class ResponseParser {
  private ResponseParser() {}

  /**
   * Parses bytes that must be exactly one JSON object in UTF-8.
   *
   * @param name what to call it in places
   * @return the object with every property, or null when it is cut, is not JSON or is no object
   */
  public static @Nullable ObjectNode object(String name, byte[] json) {
    List<Definition> found = new ArrayList<>();
    boolean[] broken = new boolean[1];
    DefinitionSink sink =
        new DefinitionSink() {
          @Override
          public void definition(Definition definition) {
            found.add(definition);
          }

          @Override
          public void problem(Diagnostic problem) {
            broken[0] = true;
          }

          @Override
          public void unreadable(Failure failure) {
            broken[0] = true;
          }
        };
    RecordingReader reader = new RecordingReader(name, json);
    try {
      new JsonReader(reader, false, sink).read();
    } catch (InputProblem problem) {
      return null;
    }
    return found.size() == 1 && !broken[0] ? found.getFirst().object() : null;
  }
}
