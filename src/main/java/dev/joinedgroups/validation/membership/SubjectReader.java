package dev.joinedgroups.validation.membership;

import static dev.joinedgroups.validation.membership.RuleProblems.shown;

import dev.joinedgroups.validation.membership.MembershipRuleProblem.Kind;
import dev.joinedgroups.validation.membership.RuleProperties.Type;
import dev.joinedgroups.validation.membership.RuleScanner.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the left side of a comparison: {@code user.city}, {@code _}, {@code group.objectId}. */
final class SubjectReader {
  private static final List<String> OBJECTS = List.of("user", "device");

  private final RuleScanner scanner;
  private final RuleProblems problems;

  /** The object of the first property, {@code user} or {@code device}. */
  private @Nullable Word firstObject;

  private boolean mixed;

  SubjectReader(RuleScanner scanner, RuleProblems problems) {
    this.scanner = scanner;
    this.problems = problems;
  }

  /**
   * Moves over a word and tells what it stands for.
   *
   * @param collection what {@code -any} or {@code -all} walks through here; null outside of them
   */
  RuleSubject read(Word word, @Nullable Type collection) {
    scanner.moveTo(word.end());
    int dot = word.name().indexOf('.');
    if (word.is("_")) {
      return item(word, collection);
    }
    if (dot < 0) {
      return withoutObject(word);
    }
    String object = word.name().substring(0, dot);
    String name = word.name().substring(dot + 1);
    if (object.equalsIgnoreCase("user") || object.equalsIgnoreCase("device")) {
      return ofMember(word, object, name, collection);
    }
    if (object.equalsIgnoreCase("assignedPlan")) {
      return ofItem(word, name, Type.PLAN_COLLECTION, collection);
    }
    if (object.equalsIgnoreCase("group")) {
      return ofItem(word, name, Type.GROUP_COLLECTION, collection);
    }
    String meant = Spelling.nearest(object, OBJECTS);
    problems.syntax(
        word.start(),
        word.start() + object.length(),
        shown(object) + " is not an object of membership rules.",
        meant == null
            ? "A property is user.… or device.…, as in user.department."
            : "Did you mean " + meant + "?");
    return subject(word, Type.UNKNOWN);
  }

  private static RuleSubject subject(Word word, Type type) {
    return new RuleSubject(word.start(), word.end(), word.name(), type);
  }

  private RuleSubject item(Word word, @Nullable Type collection) {
    if (collection == null) {
      problems.syntax(
          word.start(),
          word.end(),
          "_ stands for an item of a collection, within -any or -all only.",
          "Write user.proxyAddresses -any (_ -startsWith \"…\").");
      return subject(word, Type.UNKNOWN);
    }
    String name = itemName(collection);
    if (name != null) {
      problems.syntax(
          word.start(),
          word.end(),
          "_ stands for a string, and the items of this collection are objects.",
          "Write " + name + ".");
    }
    return subject(word, name == null ? Type.EXTENSION : Type.UNKNOWN);
  }

  /** What an item that is an object is called; null when the collection is one of strings. */
  private static @Nullable String itemName(Type collection) {
    return switch (collection) {
      case PLAN_COLLECTION -> "assignedPlan.servicePlanId";
      case GROUP_COLLECTION -> "group.objectId";
      default -> null;
    };
  }

  private RuleSubject withoutObject(Word word) {
    String name = word.name();
    boolean object = RuleProperties.listed(OBJECTS, name);
    if (object) {
      problems.syntax(
          word.start(),
          word.end(),
          "No property follows " + name + ".",
          "Write object and property with a dot, as in " + name + ".objectId.");
    } else {
      boolean device =
          RuleProperties.type(false, name) == Type.UNKNOWN
              && RuleProperties.type(true, name) != Type.UNKNOWN;
      problems.syntax(
          word.start(),
          word.end(),
          shown(name) + " does not say whose property it is.",
          "Write " + (device ? "device." : "user.") + shown(name) + ".");
    }
    return subject(word, Type.UNKNOWN);
  }

  private RuleSubject ofMember(Word word, String object, String name, @Nullable Type collection) {
    boolean device = object.length() == "device".length();
    if (name.isEmpty()) {
      problems.syntax(
          word.start(), word.end(), "No property follows the dot.", "Write one, as in user.city.");
      return subject(word, Type.UNKNOWN);
    }
    if (collection != null) {
      String itemName = itemName(collection);
      problems.syntax(
          word.start(),
          word.end(),
          "Within -any and -all the condition is about the item, not about the " + object + ".",
          "Write " + (itemName == null ? "_" : itemName) + ".");
      return subject(word, Type.UNKNOWN);
    }
    checkMixed(word, device);
    if (device && name.equalsIgnoreCase("organizationalUnit")) {
      problems.add(
          word.start(),
          word.end(),
          "Microsoft Entra ID does not recognize device.organizationalUnit: no device matches.",
          "Use another property, such as device.deviceCategory.",
          Kind.UNSUPPORTED);
      return subject(word, Type.UNKNOWN);
    }
    Type type = RuleProperties.type(device, name);
    if (type == Type.UNKNOWN) {
      unknown(word, object.length() + 1, name, RuleProperties.suggestion(device, name));
    }
    return subject(word, type);
  }

  /** DOC: "you can't create a rule that contains both users and devices". */
  private void checkMixed(Word word, boolean device) {
    if (firstObject == null) {
      firstObject = word;
      return;
    }
    boolean firstDevice = firstObject.name().regionMatches(true, 0, "device", 0, 6);
    if (firstDevice != device && !mixed) {
      mixed = true;
      problems.add(
          word.start(),
          word.end(),
          "A rule is about users or about devices, not about both; this one began with "
              + shown(firstObject.name())
              + ".",
          "Make two groups, one for users and one for devices.",
          Kind.UNSUPPORTED);
    }
  }

  private RuleSubject ofItem(Word word, String name, Type home, @Nullable Type collection) {
    boolean plan = home == Type.PLAN_COLLECTION;
    if (collection != home && collection != Type.UNKNOWN) {
      String item = collection == null ? null : itemName(collection);
      String there = item == null ? "_" : item;
      problems.syntax(
          word.start(),
          word.end(),
          word.name().substring(0, word.name().indexOf('.'))
              + " stands for an item within "
              + (plan ? "user.assignedPlans" : "user.memberOf")
              + " -any (…) only.",
          collection == null
              ? plan
                  ? "Write user.assignedPlans -any (assignedPlan.servicePlanId -eq \"…\")."
                  : "Write user.memberOf -any (group.objectId -in [\"…\"])."
              : "Write " + there + ".");
      return subject(word, Type.UNKNOWN);
    }
    List<String> names = plan ? RuleProperties.OF_PLAN : RuleProperties.OF_GROUP;
    if (name.isEmpty()) {
      problems.syntax(
          word.start(),
          word.end(),
          "No property follows the dot.",
          "Write one, as in " + itemName(home) + ".");
      return subject(word, Type.UNKNOWN);
    }
    if (!RuleProperties.listed(names, name)) {
      String meant = Spelling.nearest(name, names);
      String hint =
          meant == null
              ? "Documented are " + String.join(", ", names) + "."
              : "Did you mean " + meant + "?";
      unknown(word, word.name().length() - name.length(), name, hint);
      return subject(word, Type.UNKNOWN);
    }
    return subject(word, Type.STRING);
  }

  private void unknown(Word word, int offset, String name, String hint) {
    int start = word.start() + offset;
    // An application id with its hyphens: all of it is the name somebody meant.
    String rest = scanner.piece(word.end(), scanner.bareEnd());
    if (name.regionMatches(true, 0, "extension_", 0, 10) && rest.contains("_")) {
      scanner.moveTo(scanner.bareEnd());
    }
    problems.add(
        start,
        scanner.at(),
        shown(scanner.piece(start, scanner.at()))
            + " is not a documented property of "
            + word.name().substring(0, offset - 1)
            + " in membership rules.",
        hint,
        Kind.UNKNOWN_PROPERTY);
  }
}
