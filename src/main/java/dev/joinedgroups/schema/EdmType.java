package dev.joinedgroups.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A type of the OData Entity Data Model (OData CSDL 4.01, sections 3 and 7 to 11). */
public sealed interface EdmType {
  /** How metadata names it, such as {@code Edm.String} or {@code Collection(Edm.Guid)}. */
  String edmName();

  /** What a value of it is in a user's words, with an article: {@code a Boolean}. */
  String wording();

  /** The primitive types that groups use. */
  enum Primitive implements EdmType {
    STRING("Edm.String", "a string"),
    BOOLEAN("Edm.Boolean", "a Boolean"),
    INT32("Edm.Int32", "a whole number"),
    GUID("Edm.Guid", "a GUID"),
    DATE_TIME_OFFSET("Edm.DateTimeOffset", "a date and time with an offset");

    private final String edmName;
    private final String wording;

    Primitive(String edmName, String wording) {
      this.edmName = edmName;
      this.wording = wording;
    }

    @Override
    public String edmName() {
      return edmName;
    }

    @Override
    public String wording() {
      return wording;
    }
  }

  /**
   * An enumeration, written by member name.
   *
   * @param members the names, in the order of their numbers
   */
  record EnumType(String edmName, List<String> members) implements EdmType {
    @Override
    public String wording() {
      return "one of " + String.join(", ", members);
    }
  }

  /** A structured value with properties of its own. */
  record ComplexType(String edmName, List<Property> properties) implements EdmType {
    /** The property of that name, or null. */
    public @Nullable Property property(String name) {
      for (Property property : properties) {
        if (property.name().equals(name)) {
          return property;
        }
      }
      return null;
    }

    @Override
    public String wording() {
      return "an object (" + edmName.substring(edmName.indexOf('.') + 1) + ")";
    }
  }

  /**
   * An array. Its items are never null here: all collections of a group are declared so.
   *
   * @param item the type of each item
   */
  record CollectionType(EdmType item) implements EdmType {
    @Override
    public String edmName() {
      return "Collection(" + item.edmName() + ")";
    }

    @Override
    public String wording() {
      return switch (item) {
        case Primitive.STRING -> "an array of strings";
        case Primitive.GUID -> "an array of GUIDs";
        default -> "an array of objects";
      };
    }
  }

  /** An object whose properties are not described here. */
  record OpenType(String edmName) implements EdmType {
    @Override
    public String wording() {
      return "an object";
    }
  }
}
