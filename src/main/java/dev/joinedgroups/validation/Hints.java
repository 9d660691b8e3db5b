package dev.joinedgroups.validation;

import dev.joinedgroups.definition.ArrayNode;
import dev.joinedgroups.definition.Node;
import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.definition.ScalarNode;
import dev.joinedgroups.schema.EdmType;
import dev.joinedgroups.schema.EdmType.CollectionType;
import dev.joinedgroups.schema.EdmType.ComplexType;
import dev.joinedgroups.schema.EdmType.EnumType;
import dev.joinedgroups.schema.EdmType.OpenType;
import dev.joinedgroups.schema.EdmType.Primitive;
import dev.joinedgroups.schema.Property;
import dev.joinedgroups.validation.Literals.DateTimeProblem;
import java.util.Locale;

/** What to write instead of a value of the wrong type or form. */
final class Hints {
  private static final int SHOWN = 60;
  private static final String GUID_EXAMPLE = "018663cc-63cc-0186-cc63-8601cc638601";

  private Hints() {}

  /** A text as it is quoted in a message: cut when it is long. */
  static String shown(String text) {
    if (text.length() <= SHOWN) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
    return text.substring(0, end) + "…";
  }

  /** What a value of the wrong type is, as precisely as helps. */
  static String given(EdmType type, Node value) {
    if (type == Primitive.INT32 && value instanceof ScalarNode scalar) {
      if (scalar.kind() == ScalarNode.Kind.NUMBER) {
        return shown(scalar.text());
      }
    }
    if (value.source().isCommandLine() && value instanceof ScalarNode scalar && scalar.isString()) {
      return "`" + shown(scalar.text()) + "`";
    }
    return value.kindName();
  }

  /** What to write instead of a value of the wrong type. */
  static String mismatch(EdmType type, Node value) {
    return switch (type) {
      case Primitive.STRING -> string(value);
      case Primitive.BOOLEAN -> bool(value);
      case Primitive.INT32 -> whole(value);
      case Primitive.GUID -> "write a GUID in quotes, such as \"" + GUID_EXAMPLE + "\"";
      case Primitive.DATE_TIME_OFFSET ->
          "write a date and time in quotes, such as \"2017-01-01T00:00:34Z\"";
      case EnumType enumeration -> member(enumeration, value);
      case CollectionType collection -> array(collection, value);
      case ComplexType complex ->
          "write an object with "
              + String.join(", ", complex.properties().stream().map(Property::name).toList());
      case OpenType open -> "write an object";
    };
  }

  private static String string(Node value) {
    return switch (value) {
      case ScalarNode scalar -> "quote it: \"" + shown(written(scalar)) + "\"";
      case ArrayNode array when array.items().size() == 1 -> "write the text without the brackets";
      case ArrayNode array -> "write one text in quotes";
      case ObjectNode object -> "write a text in quotes";
    };
  }

  private static String bool(Node value) {
    if (!(value instanceof ScalarNode scalar)) {
      return "write true or false";
    }
    String meant =
        switch (scalar.text().toLowerCase(Locale.ROOT)) {
          case "true", "yes", "on", "y", "1" -> "true";
          case "false", "no", "off", "n", "0" -> "false";
          default -> "";
        };
    if (meant.isEmpty()) {
      return "write true or false";
    }
    boolean quoted = scalar.isString() && !scalar.isUnquoted();
    return quoted && scalar.text().equals(meant) ? "drop the quotes: " + meant : "write " + meant;
  }

  private static String whole(Node value) {
    if (value instanceof ScalarNode scalar && scalar.isString()) {
      String text = scalar.text();
      if (!text.isEmpty() && Literals.isWhole(text) && !scalar.isUnquoted()) {
        return "drop the quotes: " + shown(text);
      }
    }
    if (value instanceof ScalarNode scalar && scalar.kind() == ScalarNode.Kind.NUMBER) {
      return "write it without a fraction and without an exponent";
    }
    return "write a whole number, such as 3";
  }

  private static String member(EnumType type, Node value) {
    if (value instanceof ScalarNode scalar && scalar.kind() == ScalarNode.Kind.NUMBER) {
      String number = scalar.text();
      for (int i = 0; i < type.members().size(); i++) {
        if (number.equals(Integer.toString(i))) {
          return "write the name: " + number + " is " + type.members().get(i);
        }
      }
    }
    if (value instanceof ArrayNode array && array.items().size() == 1) {
      return "write the name without the brackets";
    }
    return "write " + type.wording();
  }

  private static String array(CollectionType type, Node value) {
    boolean fits =
        type.item() instanceof Primitive
            ? value instanceof ScalarNode scalar && scalar.isString()
            : value instanceof ObjectNode;
    return fits ? "put it in brackets: [ … ]" : "write " + type.wording();
  }

  /** The value as the user wrote it, so that quoting keeps its digits. */
  private static String written(ScalarNode scalar) {
    String text = scalar.source().text();
    return scalar.anchored() == null && scalar.end() <= text.length()
        ? text.substring(scalar.start(), scalar.end())
        : scalar.text();
  }

  static String guid(String text) {
    String bare =
        text.startsWith("{") && text.endsWith("}") ? text.substring(1, text.length() - 1) : text;
    if (!bare.equals(text) && Literals.isGuid(bare)) {
      return "drop the braces: " + bare;
    }
    if (bare.length() == 32 && Literals.isHex(bare)) {
      return "write the hyphens: "
          + String.join(
              "-",
              bare.substring(0, 8),
              bare.substring(8, 12),
              bare.substring(12, 16),
              bare.substring(16, 20),
              bare.substring(20));
    }
    return "write 8-4-4-4-12 hexadecimal digits, such as " + GUID_EXAMPLE;
  }

  static String dateTimeMessage(DateTimeProblem problem) {
    return switch (problem) {
      case NO_TIME -> "has a date but no time";
      case NO_OFFSET -> "has no offset";
      case OUT_OF_RANGE -> "is not a date and time that exists";
      default -> "wants a date and time with an offset";
    };
  }

  static String dateTime(DateTimeProblem problem, String text) {
    return switch (problem) {
      case NO_TIME -> "write " + text + "T00:00:00Z for midnight in UTC";
      case NO_OFFSET ->
          "add Z for UTC (" + text.replace(' ', 'T') + "Z), or an offset such as +02:00";
      case BLANK_FOR_T -> "write T between the date and the time: " + text.replace(' ', 'T');
      default -> "write it such as 2017-01-01T00:00:34Z or 2017-01-01T00:00:34.05+03:00";
    };
  }
}
