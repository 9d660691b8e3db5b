package dev.joinedgroups.validation;

import dev.joinedgroups.definition.Definition;
import dev.joinedgroups.definition.Member;
import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.definition.ScalarNode;
import dev.joinedgroups.diagnostics.Diagnostic;
import dev.joinedgroups.diagnostics.Rule;
import dev.joinedgroups.schema.EdmType.CollectionType;
import dev.joinedgroups.schema.EdmType.ComplexType;
import dev.joinedgroups.schema.EdmType.Primitive;
import dev.joinedgroups.schema.GroupSchema;
import dev.joinedgroups.schema.Property;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Checks definitions, one at a time: every problem of each, in the order of the text. */
public final class Validator {
  private final ValidationOptions options;
  private final Consumer<Diagnostic> sink;
  private final Nicknames nicknames = new Nicknames();

  /**
   * @param sink takes the problems
   */
  public Validator(ValidationOptions options, Consumer<Diagnostic> sink) {
    this.options = options;
    this.sink = sink;
  }

  /** Checks what flags gave, once for all definitions that they override. */
  public void checkFlags(Definition flags) {
    List<Diagnostic> found = new ArrayList<>();
    Walk walk = new Walk(flags, options, found::add);
    for (Member member : flags.object().members()) {
      member(member, walk);
    }
    emit(found);
  }

  /**
   * Checks a definition, whose flags {@link #checkFlags} has seen.
   *
   * @return whether it may be sent
   */
  public boolean check(Definition definition) {
    List<Diagnostic> found = new ArrayList<>(0);
    Walk walk = new Walk(definition, options, found::add);
    ObjectNode object = definition.object();
    for (Member member : object.members()) {
      if (!member.fromCommandLine()) {
        member(member, walk);
      }
    }
    required(object, walk);
    serviceRules(object, walk);
    nicknames.check(definition, walk);
    return emit(found);
  }

  /** The rules that need more than one property. */
  private static void serviceRules(ObjectNode object, Walk walk) {
    GroupFacts group = new GroupFacts(object);
    new KindRules(walk, group).check();
    new DynamicRules(walk, group).check();
    new RoleRules(walk, group).check();
    new BindRules(walk, group).check();
  }

  private boolean emit(List<Diagnostic> found) {
    if (found.size() > 1) {
      found.sort(
          Comparator.comparing((Diagnostic problem) -> problem.place().file())
              .thenComparingInt(problem -> problem.place().line())
              .thenComparingInt(problem -> problem.place().column()));
    }
    boolean sound = true;
    for (Diagnostic problem : found) {
      sink.accept(problem);
      sound &= !problem.isError();
    }
    return sound;
  }

  private void member(Member member, Walk walk) {
    String name = member.name();
    walk.enter(name);
    Property property = GroupSchema.property(name);
    TypeCheck types = new TypeCheck(walk);
    if (property != null) {
      types.check(property, member.value());
      new PropertyRules(walk).check(property, member);
    } else if (name.equals("@odata.type")) {
      types.odataType(GroupSchema.TYPE_NAME, member.value());
    } else if (name.endsWith("@odata.bind")) {
      BindRules.reference(member, walk);
    } else if (!Names.isAnnotation(name)) {
      unknown(member, walk);
    }
    walk.leave();
  }

  private static void unknown(Member member, Walk walk) {
    String name = member.name();
    String near = Names.nearest(name);
    if (near == null && Names.isExtension(name, member.value())) {
      return;
    }
    walk.reportName(
        Rule.UNKNOWN_PROPERTY,
        member,
        "a group has no property `" + Hints.shown(name) + "`",
        unknownHint(name, near));
  }

  private static String unknownHint(String name, @Nullable String near) {
    if (name.equals("owners") || name.equals("members")) {
      return "write `" + name + "@odata.bind` with the URLs of users";
    }
    return near == null
        ? "delete it; if the service knows it all the same, use --allow-unknown"
        : "did you mean `" + near + "`?";
  }

  private void required(ObjectNode object, Walk walk) {
    for (String name : options.required().names()) {
      Property property = Objects.requireNonNull(GroupSchema.property(name));
      Member member = object.member(name);
      if (member == null) {
        walk.enter(name);
        walk.report(
            Rule.MISSING_PROPERTY,
            object,
            "`" + name + "` is required and missing",
            "add " + example(property, object));
        walk.leave();
      } else if (member.value() instanceof ScalarNode scalar
          && scalar.isNull()
          && property.nullable()) {
        walk.enter(name);
        walk.report(
            Rule.MISSING_PROPERTY,
            member.value(),
            "`" + name + "` is required and cannot be null",
            "write " + property.type().wording());
        walk.leave();
      }
    }
  }

  /** How to write a property that is missing, as a flag, in JSON or in YAML. */
  private static String example(Property property, ObjectNode object) {
    String name = property.name();
    boolean bool = property.type() == Primitive.BOOLEAN;
    if (object.source().isCommandLine()) {
      String flag = property.flag();
      return bool ? flag + " or --no" + flag.substring(1) : flag + " …";
    }
    boolean braces = object.isInBraces();
    String key = braces ? "\"" + name + "\": " : name + ": ";
    if (bool) {
      return "`" + key + "true` or `" + key + "false`";
    }
    String value =
        switch (property.type()) {
          case Primitive.INT32 -> "0";
          case CollectionType collection -> "[]";
          case ComplexType complex -> "{}";
          default -> braces ? "\"…\"" : "…";
        };
    return "`" + key + value + "`";
  }
}
