package dev.joinedgroups.auth;

import dev.joinedgroups.definition.ArrayNode;
import dev.joinedgroups.definition.Node;
import dev.joinedgroups.definition.NodeJson;
import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.definition.ResponseParser;
import dev.joinedgroups.definition.ScalarNode;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The cache file's JSON, version 1, as {@code docs/token-cache.md} describes it. */
final class CacheFormat {
  /** The version that this program writes, and the newest that it reads. */
  static final int VERSION = 1;

  private CacheFormat() {}

  /** A file that cannot be used, and whether a newer program wrote it. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
    private final boolean newer;

    Unreadable(String message, boolean newer) {
      super(message);
      this.newer = newer;
    }

    boolean isNewer() {
      return newer;
    }
  }

  /**
   * Reads the file's bytes.
   *
   * @throws Unreadable when they are not the format; the message quotes nothing of them
   */
  static List<CacheEntry> read(byte[] json) throws Unreadable {
    ObjectNode root = ResponseParser.object("tokens.json", json);
    if (root == null) {
      throw new Unreadable("it is not a JSON object", false);
    }
    if (!(root.get("version") instanceof ScalarNode version)
        || version.kind() != ScalarNode.Kind.NUMBER) {
      throw new Unreadable("it has no version", false);
    }
    if (!version.text().equals(String.valueOf(VERSION))) {
      throw new Unreadable("it is of version " + digits(version.text()), true);
    }
    if (!(root.get("entries") instanceof ArrayNode array)) {
      throw new Unreadable("it has no entries", false);
    }
    List<CacheEntry> entries = new ArrayList<>();
    for (Node item : array.items()) {
      if (!(item instanceof ObjectNode object)) {
        throw new Unreadable("an entry is not an object", false);
      }
      entries.add(entry(object));
    }
    return entries;
  }

  private static String digits(String number) {
    return number.length() < 12 ? number : "another kind";
  }

  private static CacheEntry entry(ObjectNode json) throws Unreadable {
    TokenKind kind = TokenKind.ofLabel(json.string("kind"));
    if (kind == null) {
      throw new Unreadable("an entry has no known kind", false);
    }
    Token parsed = Token.parse(text(json, "token"), CacheEntry.SOURCE);
    Instant expires = json.get("expires") == null ? null : instant(json, "expires");
    Token token =
        new Token(
            parsed.secret(),
            CacheEntry.SOURCE,
            expires,
            parsed.validFrom(),
            kind,
            json.string("account"),
            json.string("tenantId"),
            json.string("client"),
            scopes(json));
    return new CacheEntry(
        text(json, "cloud"),
        text(json, "tenant"),
        text(json, "client"),
        text(json, "account"),
        text(json, "host"),
        text(json, "method"),
        text(json, "requestedScope"),
        instant(json, "signedIn"),
        token,
        renewal(json));
  }

  private static List<String> scopes(ObjectNode json) {
    List<String> scopes = new ArrayList<>();
    if (json.get("scopes") instanceof ArrayNode array) {
      for (Node scope : array.items()) {
        if (scope instanceof ScalarNode scalar) {
          scopes.add(scalar.text());
        }
      }
    }
    return List.copyOf(scopes);
  }

  private static @Nullable Renewal renewal(ObjectNode json) throws Unreadable {
    if (!(json.get("renewal") instanceof ObjectNode renewal)) {
      return null;
    }
    Renewal.By by = Renewal.By.ofLabel(renewal.string("by"));
    if (by == null) {
      throw new Unreadable("an entry has no known renewal", false);
    }
    return new Renewal(by, text(renewal, "value"));
  }

  private static String text(ObjectNode json, String name) throws Unreadable {
    String text = json.string(name);
    if (text == null) {
      throw new Unreadable("an entry lacks \"" + name + '"', false);
    }
    return text;
  }

  private static Instant instant(ObjectNode json, String name) throws Unreadable {
    try {
      return Instant.parse(text(json, name));
    } catch (DateTimeException malformed) {
      throw new Unreadable("an entry's \"" + name + "\" is no date", false);
    }
  }

  /** The file's bytes for these entries. */
  static byte[] write(List<CacheEntry> entries) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = NodeJson.generator(text)) {
      out.writeStartObject();
      out.writeNumberProperty("version", VERSION);
      out.writeArrayPropertyStart("entries");
      for (CacheEntry entry : entries) {
        write(entry, out);
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    text.write('\n');
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(CacheEntry entry, JsonGenerator out) {
    Token token = entry.token();
    out.writeStartObject();
    out.writeStringProperty("cloud", entry.cloud());
    out.writeStringProperty("tenant", entry.tenant());
    out.writeStringProperty("client", entry.client());
    out.writeStringProperty("account", entry.account());
    out.writeStringProperty("host", entry.host());
    out.writeStringProperty("method", entry.method());
    out.writeStringProperty("requestedScope", entry.scope());
    out.writeStringProperty("signedIn", entry.signedIn().toString());
    out.writeStringProperty("kind", token.kind().label());
    if (token.tenant() != null) {
      out.writeStringProperty("tenantId", token.tenant());
    }
    out.writeArrayPropertyStart("scopes");
    for (String scope : token.scopes()) {
      out.writeString(scope);
    }
    out.writeEndArray();
    if (token.expires() != null) {
      out.writeStringProperty("expires", token.expires().toString());
    }
    out.writeStringProperty("token", token.secret().reveal());
    Renewal renewal = entry.renewal();
    if (renewal != null) {
      out.writeObjectPropertyStart("renewal");
      out.writeStringProperty("by", renewal.by().label());
      out.writeStringProperty("value", renewal.value());
      out.writeEndObject();
    }
    out.writeEndObject();
  }
}
