package dev.joinedgroups.cli;

import static dev.joinedgroups.cli.Option.flag;
import static dev.joinedgroups.cli.Option.value;

import dev.joinedgroups.cli.Option.Completes;
import dev.joinedgroups.cli.Option.Form;
import dev.joinedgroups.definition.Format;
import dev.joinedgroups.schema.EdmType.CollectionType;
import dev.joinedgroups.schema.EdmType.EnumType;
import dev.joinedgroups.schema.EdmType.Primitive;
import dev.joinedgroups.schema.GroupSchema;
import dev.joinedgroups.schema.Property;
import dev.joinedgroups.validation.Required;
import dev.joinedgroups.validation.ValidationOptions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options that give, read and check definitions. */
final class DefinitionOptions {
  static final Option SET =
      value(
              Section.DEFINITION,
              "NAME=JSON",
              "set any property, such as an extension, to a JSON value",
              "--set")
          .withForm(Form.REPEATED);
  static final Option INPUT_FORMAT =
      value(
              Section.DEFINITION,
              "FORMAT",
              "json or yaml; else the file ending or the first character tells",
              "--input-format")
          .withCandidates(List.of("json", "yaml"));
  static final Option REQUIRED =
      value(
              Section.CHECKING,
              "SET",
              "which properties must be there: minimal (what the live service requires), documented"
                  + " (what the endpoint's document lists) or none",
              "--required")
          .withCandidates(Required.labels());
  static final Option ALLOW_UNKNOWN =
      flag(Section.CHECKING, "unknown properties are only warnings", "--allow-unknown");
  static final Option STRICT = flag(Section.CHECKING, "warnings are errors", "--strict");
  static final Option DIAGNOSTICS =
      value(
              Section.CHECKING,
              "FORMAT",
              "how problems are written: " + Option.or(DiagnosticFormat.labels()),
              "--diagnostics")
          .withCandidates(DiagnosticFormat.labels());

  private DefinitionOptions() {}

  /** All of them: a flag for every property first. */
  static List<Option> all() {
    List<Option> options = new ArrayList<>();
    for (Property property : GroupSchema.properties()) {
      options.add(of(property));
    }
    options.addAll(List.of(SET, INPUT_FORMAT, REQUIRED, ALLOW_UNKNOWN, STRICT, DIAGNOSTICS));
    return options;
  }

  /** The options that describe a group, as far as they were given, as they are written. */
  static List<String> described(Arguments arguments) {
    List<String> given = new ArrayList<>();
    for (Option option : all()) {
      if (option.section().isProperty() || option.name().equals(SET.name())) {
        if (arguments.has(option)) {
          given.add(option.name());
        } else if (arguments.hasNegated(option)) {
          given.add(option.negated());
        }
      }
    }
    return given;
  }

  private static Option of(Property property) {
    Option option = value(Section.TEXT, "TEXT", property.about(), property.flag());
    return switch (property.type()) {
      case Primitive.BOOLEAN ->
          flag(Section.BOOLEAN, property.about(), property.flag()).withForm(Form.BOOLEAN);
      case Primitive.INT32 -> value(Section.NUMBER, "N", property.about(), property.flag());
      case Primitive.DATE_TIME_OFFSET ->
          value(Section.TEXT, "DATE-TIME", property.about(), property.flag());
      case EnumType enumeration -> option.withCandidates(enumeration.members());
      case Primitive primitive -> option.withCandidates(property.values());
      case CollectionType collection when collection.item() == Primitive.STRING ->
          value(Section.COLLECTION, "TEXT,...", property.about(), property.flag())
              .withCandidates(property.values())
              .withForm(Form.REPEATED);
      case CollectionType collection ->
          value(Section.COLLECTION, "JSON", property.about(), property.flag())
              .completing(Completes.JSON_FILE)
              .withForm(Form.REPEATED);
      default ->
          value(Section.COLLECTION, "JSON", property.about(), property.flag())
              .completing(Completes.JSON_FILE);
    };
  }

  /** The format that the inputs are said to have, or null. */
  static @Nullable Format format(Arguments arguments) {
    String format = arguments.value(INPUT_FORMAT);
    if (format == null) {
      return null;
    }
    return format.equals("json") ? Format.JSON : Format.YAML;
  }

  /** How strict the run is. */
  static ValidationOptions validation(Arguments arguments, boolean liveService) {
    String required = arguments.value(REQUIRED);
    Required set = required == null ? null : Required.ofLabel(required);
    return new ValidationOptions(
        set == null ? Required.MINIMAL : set,
        arguments.has(ALLOW_UNKNOWN),
        arguments.has(STRICT),
        liveService);
  }
}
