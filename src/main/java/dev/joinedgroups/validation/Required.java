package dev.joinedgroups.validation;

import dev.joinedgroups.schema.GroupSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which properties a definition must have. */
public enum Required {
  /** What the live service requires. */
  MINIMAL,
  /** What the endpoint's document lists as required. */
  DOCUMENTED,
  /** Nothing. */
  NONE;

  /** The name that users write. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The names of the properties, in the order in which missing ones are told. */
  public List<String> names() {
    return switch (this) {
      case MINIMAL -> GroupSchema.minimalNames();
      case DOCUMENTED -> GroupSchema.documentedNames();
      case NONE -> List.of();
    };
  }

  /** The one of that label, or null. */
  public static @Nullable Required ofLabel(String label) {
    for (Required required : values()) {
      if (required.label().equals(label)) {
        return required;
      }
    }
    return null;
  }

  /** All labels, in the order in which help lists them. */
  public static List<String> labels() {
    List<String> labels = new ArrayList<>();
    for (Required required : values()) {
      labels.add(required.label());
    }
    return labels;
  }
}
