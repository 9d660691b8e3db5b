package dev.joinedgroups.validation;

import dev.joinedgroups.definition.ArrayNode;
import dev.joinedgroups.definition.Member;
import dev.joinedgroups.definition.Node;
import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.definition.ScalarNode;
import dev.joinedgroups.diagnostics.Rule;
import dev.joinedgroups.diagnostics.Suggestion;
import dev.joinedgroups.schema.EdmType;
import dev.joinedgroups.schema.EdmType.CollectionType;
import dev.joinedgroups.schema.EdmType.ComplexType;
import dev.joinedgroups.schema.EdmType.EnumType;
import dev.joinedgroups.schema.EdmType.OpenType;
import dev.joinedgroups.schema.EdmType.Primitive;
import dev.joinedgroups.schema.Property;
import java.util.List;

/** Checks values against the types of their properties. */
final class TypeCheck {
  private final Walk walk;

  TypeCheck(Walk walk) {
    this.walk = walk;
  }

  /** Checks the value of a property. */
  void check(Property property, Node value) {
    if (value instanceof ScalarNode scalar && scalar.isNull()) {
      if (!property.nullable()) {
        walk.report(
            Rule.NULL_VALUE,
            value,
            "`" + property.name() + "` cannot be null",
            "leave it out, or write " + property.type().wording());
      }
      return;
    }
    check(property.name(), property.type(), value);
  }

  private void check(String name, EdmType type, Node value) {
    Node outer = walk.enterAlias(value);
    switch (type) {
      case Primitive primitive -> primitive(name, primitive, value);
      case EnumType enumeration -> enumMember(name, enumeration, value);
      case CollectionType collection -> collection(name, collection, value);
      case ComplexType complex -> complex(name, complex, value);
      case OpenType open -> {
        if (!(value instanceof ObjectNode)) {
          mismatch(name, type, value);
        }
      }
    }
    walk.leaveAlias(outer);
  }

  private void primitive(String name, Primitive type, Node value) {
    if (!(value instanceof ScalarNode scalar)) {
      mismatch(name, type, value);
      return;
    }
    switch (type) {
      case STRING -> {
        if (!scalar.isString()) {
          mismatch(name, type, value);
        }
      }
      case BOOLEAN -> {
        if (scalar.kind() != ScalarNode.Kind.BOOLEAN) {
          mismatch(name, type, value);
        }
      }
      case INT32 -> int32(name, scalar);
      case GUID -> guid(name, scalar);
      case DATE_TIME_OFFSET -> dateTime(name, scalar);
    }
  }

  private void int32(String name, ScalarNode value) {
    if (value.kind() != ScalarNode.Kind.NUMBER || !Literals.isWhole(value.text())) {
      mismatch(name, Primitive.INT32, value);
    } else if (!Literals.isInt32(value.text())) {
      walk.report(
          Rule.INT32_RANGE,
          value,
          "`" + name + "` does not fit 32 bits",
          "write a whole number from -2147483648 to 2147483647");
    }
  }

  private void guid(String name, ScalarNode value) {
    if (!value.isString()) {
      mismatch(name, Primitive.GUID, value);
    } else if (!Literals.isGuid(value.text())) {
      walk.report(Rule.GUID_FORMAT, value, "`" + name + "` wants a GUID", Hints.guid(value.text()));
    }
  }

  private void dateTime(String name, ScalarNode value) {
    if (!value.isString()) {
      mismatch(name, Primitive.DATE_TIME_OFFSET, value);
      return;
    }
    Literals.DateTimeProblem problem = Literals.dateTimeProblem(value.text());
    if (problem != Literals.DateTimeProblem.NONE) {
      walk.report(
          Rule.DATE_TIME_FORMAT,
          value,
          "`" + name + "` " + Hints.dateTimeMessage(problem),
          Hints.dateTime(problem, value.text()));
    }
  }

  private void enumMember(String name, EnumType type, Node value) {
    if (!(value instanceof ScalarNode scalar) || !scalar.isString()) {
      mismatch(name, type, value);
      return;
    }
    if (!type.members().contains(scalar.text())) {
      String near = Suggestion.nearest(scalar.text(), type.members());
      walk.report(
          Rule.ENUM_MEMBER,
          value,
          "`" + name + "` cannot be `" + Hints.shown(scalar.text()) + "`",
          (near == null ? "write " : "did you mean `" + near + "`? write ") + type.wording());
    }
  }

  private void collection(String name, CollectionType type, Node value) {
    if (!(value instanceof ArrayNode array)) {
      mismatch(name, type, value);
      return;
    }
    List<Node> items = array.items();
    for (int i = 0; i < items.size(); i++) {
      Node item = items.get(i);
      walk.enter(i);
      if (item instanceof ScalarNode scalar && scalar.isNull()) {
        walk.report(
            Rule.NULL_VALUE,
            item,
            "an item of `" + name + "` cannot be null",
            "delete the item, or write " + type.item().wording());
      } else {
        check(name + "[" + i + "]", type.item(), item);
      }
      walk.leave();
    }
  }

  private void complex(String name, ComplexType type, Node value) {
    if (!(value instanceof ObjectNode object)) {
      mismatch(name, type, value);
      return;
    }
    for (Member member : object.members()) {
      walk.enter(member.name());
      Property property = type.property(member.name());
      if (property != null) {
        check(property, member.value());
      } else if (member.name().equals("@odata.type")) {
        odataType(type.edmName(), member.value());
      } else if (!Names.isAnnotation(member.name())) {
        unknown(member, name, type.properties().stream().map(Property::name).toList());
      }
      walk.leave();
    }
  }

  /** Checks that {@code @odata.type} names the type that is wanted, with or without {@code #}. */
  void odataType(String edmName, Node value) {
    String wanted = "microsoft." + edmName;
    if (value instanceof ScalarNode scalar && scalar.isString()) {
      String given = scalar.text().startsWith("#") ? scalar.text().substring(1) : scalar.text();
      if (given.equals(wanted)) {
        return;
      }
    }
    walk.report(
        Rule.TYPE_MISMATCH,
        value,
        "`@odata.type` names another type than the one that stands here",
        "write #" + wanted + ", or leave it out");
  }

  private void unknown(Member member, String owner, List<String> names) {
    String near = Suggestion.nearest(member.name(), names);
    walk.reportName(
        Rule.UNKNOWN_PROPERTY,
        member,
        "`" + owner + "` has no property `" + Hints.shown(member.name()) + "`",
        near == null ? "it has " + String.join(", ", names) : "did you mean `" + near + "`?");
  }

  private void mismatch(String name, EdmType type, Node value) {
    walk.report(
        Rule.TYPE_MISMATCH,
        value,
        "`" + name + "` wants " + type.wording() + ", not " + Hints.given(type, value),
        Hints.mismatch(type, value));
  }
}
