package dev.joinedgroups.auth;

import org.jspecify.annotations.Nullable;

/** For whom a token speaks. */
public enum TokenKind {
  /** A signed-in user. */
  DELEGATED("delegated"),
  /** An application by itself, which has no {@code /me}. */
  APP_ONLY("app-only"),
  /** An opaque token that does not say. */
  UNKNOWN("unknown");

  private final String label;

  TokenKind(String label) {
    this.label = label;
  }

  /** How output and the cache file write it. */
  public String label() {
    return label;
  }

  /** The kind of that label, or null. */
  static @Nullable TokenKind ofLabel(@Nullable String label) {
    for (TokenKind kind : values()) {
      if (kind.label.equals(label)) {
        return kind;
      }
    }
    return null;
  }
}
