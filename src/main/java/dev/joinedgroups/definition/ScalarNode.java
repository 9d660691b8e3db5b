package dev.joinedgroups.definition;

import org.jspecify.annotations.Nullable;

/** A string, a number, a Boolean or null. */
public final class ScalarNode extends Node {
  /** The four JSON types of a scalar. */
  public enum Kind {
    STRING("a string"),
    NUMBER("a number"),
    BOOLEAN("a Boolean"),
    NULL("null");

    private final String label;

    Kind(String label) {
      this.label = label;
    }
  }

  private final Kind kind;
  private final String text;

  /**
   * @param text a string's characters; else the JSON literal exactly as it is to be sent, so that
   *     numbers keep their digits
   */
  public ScalarNode(SourceText source, int start, int end, Kind kind, String text) {
    this(source, start, end, null, kind, text);
  }

  private ScalarNode(
      SourceText source, int start, int end, @Nullable Node anchored, Kind kind, String text) {
    super(source, start, end, anchored);
    this.kind = kind;
    this.text = text;
  }

  public Kind kind() {
    return kind;
  }

  /** A string's characters, or the JSON literal. */
  public String text() {
    return text;
  }

  public boolean isString() {
    return kind == Kind.STRING;
  }

  public boolean isNull() {
    return kind == Kind.NULL;
  }

  /** Whether it stands without quotes, as YAML and the command line allow for strings. */
  public boolean isUnquoted() {
    int at = start();
    String written = source().text();
    return at >= written.length() || (written.charAt(at) != '"' && written.charAt(at) != '\'');
  }

  @Override
  Node aliasAt(SourceText aliasSource, int aliasStart, int aliasEnd) {
    return new ScalarNode(aliasSource, aliasStart, aliasEnd, this, kind, text);
  }

  @Override
  public String kindName() {
    return kind.label;
  }
}
