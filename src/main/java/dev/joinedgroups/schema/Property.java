package dev.joinedgroups.schema;

import java.util.List;

/**
 * A property of a group or of one of its nested types: a row of the table in {@link GroupSchema}.
 *
 * @param name its name, in the case that the service uses
 * @param type its type
 * @param nullable whether null is allowed
 * @param origin which document has it
 * @param settable whether and when a client may give it
 * @param maxLength the most characters (code points) that the service takes; 0 where none is
 *     documented
 * @param values values that the service documents for a text, compared without case; empty where
 *     any text goes
 * @param about what it is, for help and editors: one phrase without a full stop
 */
public record Property(
    String name,
    EdmType type,
    boolean nullable,
    Origin origin,
    Settable settable,
    int maxLength,
    List<String> values,
    String about) {

  /** Which document has a property. */
  public enum Origin {
    /** The endpoint's own document. */
    ENDPOINT,
    /** Microsoft Graph v1.0 today. */
    V1_0,
    /** Microsoft Graph beta today. */
    BETA
  }

  /**
   * Whether and when the live service lets a client give a property (Microsoft Graph documentation,
   * "Create group" and "group resource type").
   */
  public enum Settable {
    /** When a group is created. */
    ON_CREATE,
    /** Only by an update of a group that exists. */
    AFTER_CREATE,
    /** Never: the service or another action sets it. */
    NEVER
  }

  static Property of(String name, EdmType type, String about) {
    return new Property(name, type, true, Origin.ENDPOINT, Settable.ON_CREATE, 0, List.of(), about);
  }

  Property notNullable() {
    return new Property(name, type, false, origin, settable, maxLength, values, about);
  }

  Property from(Origin other) {
    return new Property(name, type, nullable, other, settable, maxLength, values, about);
  }

  Property readOnly() {
    return with(Settable.NEVER);
  }

  Property afterCreate() {
    return with(Settable.AFTER_CREATE);
  }

  private Property with(Settable other) {
    return new Property(name, type, nullable, origin, other, maxLength, values, about);
  }

  Property atMost(int characters) {
    return new Property(name, type, nullable, origin, settable, characters, values, about);
  }

  Property values(String... documented) {
    return new Property(
        name, type, nullable, origin, settable, maxLength, List.of(documented), about);
  }

  /** The flag that gives it: {@code --display-name}. */
  public String flag() {
    StringBuilder flag = new StringBuilder("--");
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isUpperCase(c)) {
        flag.append('-').append(Character.toLowerCase(c));
      } else {
        flag.append(c);
      }
    }
    return flag.toString();
  }
}
