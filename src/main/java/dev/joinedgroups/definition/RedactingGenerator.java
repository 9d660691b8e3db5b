package dev.joinedgroups.definition;

import java.util.function.UnaryOperator;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.JsonGeneratorDelegate;

/**
 * Takes secrets out of what it writes, name by name and value by value: a secret that looks like a
 * piece of JSON does no harm to what is around it.
 */
final class RedactingGenerator extends JsonGeneratorDelegate {
  private final UnaryOperator<String> redaction;

  RedactingGenerator(JsonGenerator target, UnaryOperator<String> redaction) {
    super(target, false);
    this.redaction = redaction;
  }

  @Override
  public JsonGenerator writeName(String name) {
    return super.writeName(redaction.apply(name));
  }

  @Override
  public JsonGenerator writeString(String text) {
    return super.writeString(redaction.apply(text));
  }

  @Override
  public JsonGenerator writeNumber(String digits) {
    String shown = redaction.apply(digits);
    return shown.equals(digits) ? super.writeNumber(digits) : super.writeString(shown);
  }
}
