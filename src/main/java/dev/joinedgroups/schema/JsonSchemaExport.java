package dev.joinedgroups.schema;

import dev.joinedgroups.schema.EdmType.CollectionType;
import dev.joinedgroups.schema.EdmType.ComplexType;
import dev.joinedgroups.schema.EdmType.EnumType;
import dev.joinedgroups.schema.EdmType.OpenType;
import dev.joinedgroups.schema.EdmType.Primitive;
import dev.joinedgroups.schema.Property.Origin;
import dev.joinedgroups.schema.Property.Settable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The table as a JSON Schema (2020-12), for editors: what is an error here is invalid there. What
 * the service is only documented to refuse, such as lengths and values, is told in descriptions and
 * examples, because a definition may be meant for another service.
 */
public final class JsonSchemaExport {
  private static final String GUID = "^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$";
  private static final String DATE_TIME =
      "^-?([0-9]{4}|[1-9][0-9]{4,8})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
          + "[Tt]([01][0-9]|2[0-3]):[0-5][0-9](:([0-5][0-9]|60)(\\.[0-9]{1,12})?)?"
          + "([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$";

  /** Names with an {@code @} but those described: some tools refuse a name that is both. */
  private static final String ANNOTATION =
      "^(?!@odata\\.type$)(?!(owners|members)@odata\\.bind$)[^@]*@";

  private static final String DIRECTORY_EXTENSION = "^extension_[0-9A-Fa-f]{32}_[0-9A-Za-z_]+$";
  private static final String SCHEMA_EXTENSION = "^ext[0-9A-Za-z]{8}_[0-9A-Za-z_]+$";
  private static final String DOMAIN_EXTENSION =
      "^(?!extension_)(?!ext[0-9A-Za-z]{8}_)[A-Za-z][0-9A-Za-z]*_[0-9A-Za-z_]+$";

  private final List<String> required;
  private final Map<String, Object> definitions = new LinkedHashMap<>();

  private JsonSchemaExport(List<String> required) {
    this.required = required;
  }

  /**
   * The schema of a file of definitions: one, or an array of them.
   *
   * @param required the properties that a definition must have
   * @return JSON, the same for the same table, ended by a line break
   */
  public static String schema(List<String> required) {
    return JsonText.of(new JsonSchemaExport(required).file());
  }

  private Map<String, Object> file() {
    Map<String, Object> group = group();
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    file.put("title", "Group definitions");
    file.put("description", "One Microsoft 365 or security group, or an array of them");
    file.put("anyOf", List.of(reference("group"), listOf(reference("group"))));
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("group", group);
    all.putAll(definitions);
    file.put("$defs", all);
    return file;
  }

  private static Map<String, Object> listOf(Object items) {
    Map<String, Object> list = new LinkedHashMap<>();
    list.put("type", "array");
    list.put("items", items);
    list.put("minItems", 1);
    return list;
  }

  private Map<String, Object> group() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("@odata.type", typeName(GroupSchema.TYPE_NAME));
    for (Property property : GroupSchema.properties()) {
      properties.put(property.name(), property(property));
    }
    for (Property property : GroupSchema.laterProperties()) {
      properties.put(property.name(), property(property));
    }
    for (String relation : List.of("owners", "members")) {
      Map<String, Object> bind = new LinkedHashMap<>();
      bind.put("title", relation + "@odata.bind");
      bind.put("description", "URLs of the " + relation + "; at most 20 owners and members in all");
      bind.put("examples", List.of(List.of("https://graph.microsoft.com/v1.0/users/{id}")));
      properties.put(relation + "@odata.bind", bind);
    }
    Map<String, Object> patterns = new LinkedHashMap<>();
    patterns.put(ANNOTATION, described("An annotation, or the binding of a relationship"));
    patterns.put(DIRECTORY_EXTENSION, described("A directory extension of an application"));
    patterns.put(SCHEMA_EXTENSION, described("A schema extension"));
    Map<String, Object> domain = described("A schema extension of a verified domain");
    domain.put("type", "object");
    patterns.put(DOMAIN_EXTENSION, domain);
    Map<String, Object> group = object("A group", properties, patterns);
    group.put("required", List.copyOf(required));
    return group;
  }

  private static Map<String, Object> object(
      String title, Map<String, Object> properties, Map<String, Object> patterns) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("title", title);
    object.put("type", "object");
    object.put("properties", properties);
    object.put("patternProperties", patterns);
    object.put("additionalProperties", false);
    return object;
  }

  private static Map<String, Object> described(String description) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("description", description);
    return schema;
  }

  private Map<String, Object> property(Property property) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("title", property.name());
    schema.put("description", description(property));
    boolean nullable = property.nullable() && !required.contains(property.name());
    schema.putAll(type(property.type(), nullable));
    List<String> values = property.values();
    if (!values.isEmpty()) {
      schema.put(
          "examples",
          property.type() instanceof CollectionType
              ? values.stream().map(List::of).toList()
              : values);
    }
    if (property.settable() == Settable.NEVER) {
      schema.put("readOnly", true);
    }
    return schema;
  }

  /** What the property is, and what the service is documented to take, in sentences. */
  private static String description(Property property) {
    String about = property.about();
    StringBuilder text = new StringBuilder();
    text.append(Character.toUpperCase(about.charAt(0))).append(about, 1, about.length());
    text.append(" (").append(property.type().edmName()).append(").");
    if (property.maxLength() > 0) {
      text.append(" At most ").append(property.maxLength()).append(" characters.");
    }
    if (property.settable() == Settable.AFTER_CREATE) {
      text.append(" Can only be set once the group exists.");
    }
    if (property.settable() == Settable.NEVER) {
      text.append(" Set by the service.");
    }
    if (property.origin() != Origin.ENDPOINT) {
      text.append(" Not in the endpoint's document; Microsoft Graph ");
      text.append(property.origin() == Origin.V1_0 ? "v1.0" : "beta").append(" has it.");
    }
    return text.toString();
  }

  private Map<String, Object> type(EdmType type, boolean nullable) {
    Map<String, Object> schema = new LinkedHashMap<>();
    switch (type) {
      case Primitive primitive -> primitive(primitive, nullable, schema);
      case EnumType enumeration -> {
        List<Object> members = new ArrayList<>(enumeration.members());
        if (nullable) {
          members.add(JsonText.NULL);
        }
        schema.put("enum", members);
      }
      case CollectionType collection -> {
        schema.put("type", typeOf("array", nullable));
        schema.put("items", type(collection.item(), false));
      }
      case ComplexType complex -> {
        Map<String, Object> reference = define(complex);
        if (nullable) {
          schema.put("anyOf", List.of(reference, Map.of("type", "null")));
        } else {
          schema.putAll(reference);
        }
      }
      case OpenType open -> schema.put("type", typeOf("object", nullable));
    }
    return schema;
  }

  private static void primitive(Primitive type, boolean nullable, Map<String, Object> schema) {
    String name =
        switch (type) {
          case BOOLEAN -> "boolean";
          case INT32 -> "integer";
          case STRING, GUID, DATE_TIME_OFFSET -> "string";
        };
    schema.put("type", typeOf(name, nullable));
    switch (type) {
      case INT32 -> {
        schema.put("minimum", Integer.MIN_VALUE);
        schema.put("maximum", Integer.MAX_VALUE);
      }
      case GUID -> schema.put("pattern", GUID);
      case DATE_TIME_OFFSET -> schema.put("pattern", DATE_TIME);
      case STRING, BOOLEAN -> {
        // Their JSON type says all.
      }
    }
  }

  private static Object typeOf(String name, boolean nullable) {
    return nullable ? List.of(name, "null") : name;
  }

  private Map<String, Object> define(ComplexType type) {
    String name = type.edmName().substring(type.edmName().indexOf('.') + 1);
    if (!definitions.containsKey(name)) {
      Map<String, Object> properties = new LinkedHashMap<>();
      properties.put("@odata.type", typeName(type.edmName()));
      for (Property property : type.properties()) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("title", property.name());
        schema.put("description", description(property));
        schema.putAll(type(property.type(), property.nullable()));
        if (!property.values().isEmpty()) {
          schema.put("examples", property.values());
        }
        properties.put(property.name(), schema);
      }
      Map<String, Object> annotations = new LinkedHashMap<>();
      annotations.put(ANNOTATION, described("An annotation"));
      definitions.put(name, object(name, properties, annotations));
    }
    return reference(name);
  }

  private static Map<String, Object> typeName(String edmName) {
    Map<String, Object> schema = described("The type of this object; it may be left out.");
    schema.put("enum", List.of("#microsoft." + edmName, "microsoft." + edmName));
    return schema;
  }

  private static Map<String, Object> reference(String name) {
    Map<String, Object> reference = new LinkedHashMap<>();
    reference.put("$ref", "#/$defs/" + name);
    return reference;
  }
}
