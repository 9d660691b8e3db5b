package dev.joinedgroups.run;

import dev.joinedgroups.definition.ArrayNode;
import dev.joinedgroups.definition.Member;
import dev.joinedgroups.definition.Node;
import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.definition.ResponseParser;
import dev.joinedgroups.definition.ScalarNode;
import dev.joinedgroups.definition.SourceText;
import dev.joinedgroups.diagnostics.Place;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One checked definition, read back from the {@link Spool}. */
public final class Spooled {
  private final String body;
  private final int occurrence;
  private final Origin origin;
  private final ObjectNode content;
  private @Nullable String key;

  /**
   * Where it was written.
   *
   * @param places the start and the end of each member's value in the text; -1 for those that flags
   *     gave
   * @param commandLine the values that flags gave, with their places
   */
  record Origin(
      String file,
      int firstLine,
      int firstColumn,
      String text,
      int start,
      int end,
      int[] places,
      Map<String, Node> commandLine) {}

  /**
   * @param occurrence how many definitions before it have the same body and no nickname
   */
  Spooled(String body, int occurrence, Origin origin) {
    this.body = body;
    this.occurrence = occurrence;
    this.origin = origin;
    ObjectNode parsed = ResponseParser.object(origin.file, body.getBytes(StandardCharsets.UTF_8));
    if (parsed == null) {
      throw new IllegalStateException("a checked definition reads back as something else");
    }
    content = parsed;
  }

  /** What is sent. */
  public Submission.NewGroup submission(String clientRequestId) {
    return Submission.NewGroup.of(content, body, clientRequestId);
  }

  /**
   * What tells it from every other definition of a run, and from itself before it was changed: half
   * of the SHA-256 of what is sent, and a number behind it for the second of the same and later.
   */
  String key() {
    String known = key;
    if (known == null) {
      known = computeKey();
      key = known;
    }
    return known;
  }

  private String computeKey() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
      String digits = HexFormat.of().formatHex(hash, 0, hash.length / 2);
      return occurrence == 0 ? digits : digits + "." + (occurrence + 1);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The value of a property that is a string, or null. */
  @Nullable String string(String name) {
    return content.string(name);
  }

  /** Where a property's value was written, or the whole definition where it was not. */
  Place place(String property) {
    ObjectNode definition = definition();
    Node value = definition.get(property);
    return value == null ? definition.place() : value.place();
  }

  /** The definition with its properties where the user wrote them. */
  public ObjectNode definition() {
    SourceText source =
        new SourceText(origin.file, origin.text, origin.firstLine, origin.firstColumn);
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < content.members().size(); i++) {
      Member member = content.members().get(i);
      int start = origin.places[2 * i];
      int end = origin.places[2 * i + 1];
      Node given = start < 0 ? origin.commandLine.get(member.name()) : null;
      Node value = given == null ? at(member.value(), source, start, end) : given;
      members.add(new Member(member.name(), value.source(), value.start(), value.end(), value));
    }
    return new ObjectNode(source, origin.start, origin.end, members);
  }

  private static Node at(Node value, SourceText source, int start, int end) {
    return switch (value) {
      case ObjectNode object -> new ObjectNode(source, start, end, object.members());
      case ArrayNode array -> new ArrayNode(source, start, end, array.items());
      case ScalarNode scalar -> new ScalarNode(source, start, end, scalar.kind(), scalar.text());
    };
  }
}
