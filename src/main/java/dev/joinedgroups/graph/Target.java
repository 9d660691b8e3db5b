package dev.joinedgroups.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which collection of the service groups are posted to. */
public enum Target {
  /** {@code /me/joinedGroups/$ref}, the HTTP request of the endpoint's document. */
  JOINED_GROUPS_REF,
  /** {@code /me/joinedGroups}, the example of the endpoint's document. */
  JOINED_GROUPS,
  /** {@code /groups}, what the live service takes today. */
  GROUPS;

  /** The name that users write, such as {@code joined-groups-ref}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The target of that label, or null. */
  public static @Nullable Target ofLabel(String label) {
    for (Target target : values()) {
      if (target.label().equals(label)) {
        return target;
      }
    }
    return null;
  }

  /** All labels, in the order in which help lists them. */
  public static List<String> labels() {
    List<String> labels = new ArrayList<>();
    for (Target target : values()) {
      labels.add(target.label());
    }
    return labels;
  }
}
