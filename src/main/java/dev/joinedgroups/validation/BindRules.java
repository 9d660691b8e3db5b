package dev.joinedgroups.validation;

import dev.joinedgroups.definition.ArrayNode;
import dev.joinedgroups.definition.Member;
import dev.joinedgroups.definition.Node;
import dev.joinedgroups.definition.ScalarNode;
import dev.joinedgroups.diagnostics.Related;
import dev.joinedgroups.diagnostics.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Owners and members that a group is created with.
 *
 * <p>Source: "Create group", example 2 (microsoftgraph/microsoft-graph-docs-contrib@00e146a9,
 * api-reference/v1.0/api/group-post-groups.md), and OData JSON Format 4.01, "Bind Operation".
 */
final class BindRules {
  private static final int MOST = 20;

  private final Walk walk;
  private final GroupFacts group;

  BindRules(Walk walk, GroupFacts group) {
    this.walk = walk;
    this.group = group;
  }

  void check() {
    Member owners = group.owners();
    Member members = group.members();
    List<Node> owning = items(owners);
    List<Node> belonging = items(members);
    int count = owning.size() + belonging.size();
    if (owners != null && owning.size() > MOST) {
      relationshipLimit(owners, owning, MOST, count);
    } else if (members != null && count > MOST) {
      relationshipLimit(members, belonging, MOST - owning.size(), count);
    }
  }

  /** Reports the first item that is one too many. */
  private void relationshipLimit(Member at, List<Node> items, int index, int count) {
    walk.enter(at.name());
    walk.enter(index);
    walk.reportWith(
        Rule.RELATIONSHIP_LIMIT,
        at.value().anchored() == null ? items.get(index) : at.value(),
        "a group can be created with " + MOST + " owners and members in all, not " + count,
        "keep " + MOST + " and add the others once the group exists",
        new Related(at.value().place(), "these are " + items.size()));
    walk.leave();
    walk.leave();
  }

  private static List<Node> items(@Nullable Member member) {
    return member != null && member.value() instanceof ArrayNode array ? array.items() : List.of();
  }

  /** Checks one {@code NAME@odata.bind} for itself. */
  static void reference(Member member, Walk walk) {
    switch (member.value()) {
      case ArrayNode array -> {
        Node outer = walk.enterAlias(array);
        for (int i = 0; i < array.items().size(); i++) {
          walk.enter(i);
          item(array.items().get(i), walk);
          walk.leave();
        }
        walk.leaveAlias(outer);
      }
      case ScalarNode scalar when isCollection(member.name()) && !scalar.isNull() ->
          walk.report(
              Rule.BIND_REFERENCE,
              scalar,
              "`" + member.name() + "` wants an array of URLs",
              scalar.isString() ? "put it in brackets: [ … ]" : "write an array of URLs");
      case ScalarNode scalar when !scalar.isNull() -> item(scalar, walk);
      default -> {
        // Null unbinds, and an object is no reference, whatever else it may be.
      }
    }
  }

  private static boolean isCollection(String name) {
    return name.equals("owners@odata.bind") || name.equals("members@odata.bind");
  }

  private static void item(Node item, Walk walk) {
    if (!(item instanceof ScalarNode scalar) || !scalar.isString()) {
      walk.report(
          Rule.BIND_REFERENCE,
          item,
          "a relationship is bound by a URL, not by " + item.kindName(),
          "write such as \"https://graph.microsoft.com/v1.0/users/{id}\"");
      return;
    }
    String text = scalar.text();
    if (!text.contains("/") && !text.contains("(")) {
      walk.report(
          Rule.BIND_REFERENCE,
          item,
          "a relationship is bound by a URL, and `" + Hints.shown(text) + "` is none",
          text.isBlank()
              ? "write such as https://graph.microsoft.com/v1.0/users/{id}"
              : "write https://graph.microsoft.com/v1.0/users/" + Hints.shown(text));
    }
  }
}
