package dev.joinedgroups.schema;

import dev.joinedgroups.schema.EdmType.CollectionType;
import dev.joinedgroups.schema.EdmType.ComplexType;
import dev.joinedgroups.schema.EdmType.EnumType;
import dev.joinedgroups.schema.EdmType.OpenType;
import dev.joinedgroups.schema.EdmType.Primitive;
import dev.joinedgroups.schema.Property.Settable;
import java.util.ArrayList;
import java.util.List;

/**
 * A commented YAML definition to start from: the required properties with values, the others to be
 * taken in by deleting a {@code #}.
 */
public final class TemplateExport {
  private static final int WIDTH = 78;

  private TemplateExport() {}

  /** The template, made from the table. It is a valid definition as it stands. */
  public static String yaml() {
    StringBuilder out = new StringBuilder();
    out.append("# A group definition. Check it with `groups validate FILE`, add it with\n");
    out.append("# `groups add FILE`. An editor that knows JSON Schema completes and checks it:\n");
    out.append("# run `groups schema > group.schema.json` and begin this file with the line\n");
    out.append("#   # yaml-language-server: $schema=group.schema.json\n");
    out.append("\n# Required.\n");
    for (String name : GroupSchema.minimalNames()) {
      Property property = GroupSchema.property(name);
      if (property != null) {
        entry(property, "", out);
      }
    }
    out.append("\n# Optional: delete the `#` before the name.\n");
    List<String> later = new ArrayList<>();
    List<String> never = new ArrayList<>();
    for (Property property : GroupSchema.properties()) {
      if (GroupSchema.minimalNames().contains(property.name())) {
        continue;
      }
      switch (property.settable()) {
        case ON_CREATE -> entry(property, "#", out);
        case AFTER_CREATE -> later.add(property.name());
        case NEVER -> never.add(property.name());
      }
    }
    names("The live service takes these only once the group exists:", later, out);
    names("The live service sets these itself:", never, out);
    return out.toString();
  }

  private static void entry(Property property, String off, StringBuilder out) {
    out.append("\n# ").append(Character.toUpperCase(property.about().charAt(0)));
    out.append(property.about(), 1, property.about().length());
    out.append(": ").append(property.type().wording());
    if (property.maxLength() > 0) {
      out.append(" of at most ").append(property.maxLength()).append(" characters");
    }
    out.append(".\n");
    if (!property.values().isEmpty()) {
      wrapped("Documented: " + String.join(", ", property.values()) + ".", out);
    }
    out.append(off).append(property.name()).append(": ").append(example(property)).append('\n');
  }

  private static String example(Property property) {
    return switch (property.name()) {
      case "displayName" -> "Example group";
      case "mailNickname" -> "example-group";
      case "securityEnabled" -> "true";
      case "membershipRule" -> "user.department -eq \"Sales\"";
      case "preferredLanguage" -> "en-US";
      case "mdmAppId", "labelId" -> "00000000-0000-0000-0000-000000000000";
      default -> example(property.type(), property.values());
    };
  }

  private static String example(EdmType type, List<String> values) {
    return switch (type) {
      case Primitive.BOOLEAN -> "false";
      case Primitive.INT32 -> "0";
      case Primitive.GUID -> "00000000-0000-0000-0000-000000000000";
      case Primitive.DATE_TIME_OFFSET -> "2030-01-01T00:00:00Z";
      case Primitive.STRING -> values.isEmpty() ? "\"\"" : values.get(0);
      case EnumType enumeration -> enumeration.members().get(1);
      case CollectionType collection when collection.item() instanceof ComplexType complex ->
          "[" + example(complex, List.of()) + "]";
      case CollectionType collection -> values.isEmpty() ? "[]" : "[" + values.get(0) + "]";
      case ComplexType complex -> object(complex);
      case OpenType open -> "{}";
    };
  }

  private static String object(ComplexType complex) {
    List<String> members = new ArrayList<>();
    for (Property property : complex.properties()) {
      if (property.settable() == Settable.ON_CREATE) {
        members.add(property.name() + ": " + example(property));
      }
    }
    return "{" + String.join(", ", members) + "}";
  }

  private static void names(String title, List<String> names, StringBuilder out) {
    out.append("\n# ").append(title).append('\n');
    wrapped(String.join(", ", names), out);
  }

  private static void wrapped(String text, StringBuilder out) {
    int width = 0;
    for (String word : text.split(" ")) {
      if (width > 0 && width + word.length() + 1 > WIDTH) {
        out.append('\n');
        width = 0;
      }
      out.append(width == 0 ? "# " : " ").append(word);
      width += word.length() + (width == 0 ? 2 : 1);
    }
    out.append('\n');
  }
}
