package dev.joinedgroups.auth;

import org.jspecify.annotations.Nullable;

/** A token in a variable of the environment. */
record VariableSource(String text) implements TokenSource {
  /** The variable. */
  static final String NAME = "GROUPS_TOKEN";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Token first() {
    return Token.parse(text, NAME);
  }

  @Override
  public @Nullable Token newerThan(Token old) {
    return null;
  }

  @Override
  public String remedy() {
    return "put a new token into GROUPS_TOKEN, or unset it and run `groups auth login`";
  }

  /** Never the token. */
  @Override
  public String toString() {
    return NAME;
  }
}
