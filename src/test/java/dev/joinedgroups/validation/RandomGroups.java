package dev.joinedgroups.validation;

import dev.joinedgroups.schema.EdmType;
import dev.joinedgroups.schema.EdmType.CollectionType;
import dev.joinedgroups.schema.EdmType.ComplexType;
import dev.joinedgroups.schema.EdmType.EnumType;
import dev.joinedgroups.schema.EdmType.OpenType;
import dev.joinedgroups.schema.EdmType.Primitive;
import dev.joinedgroups.schema.GroupSchema;
import dev.joinedgroups.schema.Property;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes definitions as JSON, about half of them sound: the same ones for the same seed. */
final class RandomGroups {
  private static final List<String> ODD =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "1",
          "-1",
          "3.5",
          "3.0",
          "7e0",
          "2147483648",
          "1e400",
          "\"\"",
          "\"true\"",
          "\"3\"",
          "\"public\"",
          "\"Public\"",
          "[]",
          "[null]",
          "[1]",
          "[[]]",
          "[\"a\"]",
          "{}",
          "{\"a\": 1}",
          "\"2017-02-29T00:00:00Z\"",
          "\"2017-01-01\"",
          "\"018663cc-63cc-0186-cc63-8601cc638601\"",
          "[{\"skuId\": \"x\"}]",
          "[{\"labelId\": \"x\", \"@odata.type\": \"microsoft.graph.assignedLabel\"}]",
          "{\"state\": 1}",
          "{\"state\": null, \"x\": 1}",
          "\"😀\"");
  private static final List<String> NAMES =
      List.of(
          "weather",
          "display_name",
          "displayname",
          "access_type",
          "mail_nick_name",
          "@odata.type",
          "owners@odata.bind",
          "x@y",
          "contoso_courses",
          "extabcdefgh_x",
          "extension_a_b",
          "extension_0123456789abcdef0123456789abcdef_x",
          "_a",
          "a_",
          "unseen_count",
          "");

  private final Random random;

  RandomGroups(long seed) {
    random = new Random(seed);
  }

  /** The next definition. */
  String next() {
    Map<String, String> members = new LinkedHashMap<>();
    for (String name : GroupSchema.minimalNames()) {
      Property property = GroupSchema.property(name);
      if (property != null) {
        members.put(name, nonNull(property.type()));
      }
    }
    List<String> names = GroupSchema.names();
    for (int i = random.nextInt(6); i > 0; i--) {
      Property property = GroupSchema.property(pick(names));
      if (property != null && !members.containsKey(property.name())) {
        members.put(property.name(), value(property));
      }
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      mutate(members, names);
    }
    StringBuilder json = new StringBuilder("{");
    members.forEach(
        (name, value) -> {
          json.append(json.length() == 1 ? "" : ", ");
          json.append('"').append(name).append("\": ").append(value);
        });
    return json.append('}').toString();
  }

  private void mutate(Map<String, String> members, List<String> names) {
    switch (random.nextInt(5)) {
      case 0 -> members.put(pick(names), pick(ODD));
      case 1 -> members.put(pick(NAMES), pick(ODD));
      case 2 -> members.remove(pick(new ArrayList<>(members.keySet())));
      case 3 -> members.put(pick(new ArrayList<>(members.keySet())), pick(ODD));
      default -> members.put(pick(NAMES), "{}");
    }
    if (members.isEmpty()) {
      members.put("displayName", "\"D\"");
    }
  }

  private String value(Property property) {
    return property.nullable() && random.nextInt(6) == 0 ? "null" : nonNull(property.type());
  }

  private String nonNull(EdmType type) {
    return switch (type) {
      case Primitive.STRING -> pick(List.of("\"text\"", "\"\"", "\"Unified\"", "\"été 😀\""));
      case Primitive.BOOLEAN -> pick(List.of("true", "false"));
      case Primitive.INT32 -> Integer.toString(random.nextInt());
      case Primitive.GUID -> "\"018663cc-63cc-0186-cc63-8601cc638601\"";
      case Primitive.DATE_TIME_OFFSET -> dateTime();
      case EnumType enumeration -> "\"" + pick(enumeration.members()) + "\"";
      case CollectionType collection -> {
        List<String> items = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
          items.add(nonNull(collection.item()));
        }
        yield "[" + String.join(", ", items) + "]";
      }
      case ComplexType complex -> {
        List<String> members = new ArrayList<>();
        for (Property property : complex.properties()) {
          if (random.nextBoolean()) {
            members.add("\"" + property.name() + "\": " + value(property));
          }
        }
        yield "{" + String.join(", ", members) + "}";
      }
      case OpenType open -> pick(List.of("{}", "{\"a\": [1]}"));
    };
  }

  /** Mostly a sound date and time, now and then a part that is out of range. */
  private String dateTime() {
    return String.format(
        "\"%04d-%02d-%02dT%02d:%02d:%02d%sZ\"",
        1990 + random.nextInt(50),
        1 + random.nextInt(random.nextInt(20) == 0 ? 14 : 12),
        1 + random.nextInt(random.nextInt(20) == 0 ? 33 : 28),
        random.nextInt(24),
        random.nextInt(60),
        random.nextInt(60),
        random.nextBoolean() ? "" : "." + random.nextInt(10_000));
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
