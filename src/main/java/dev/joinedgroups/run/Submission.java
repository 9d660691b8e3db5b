package dev.joinedgroups.run;

import dev.joinedgroups.definition.ArrayNode;
import dev.joinedgroups.definition.Node;
import dev.joinedgroups.definition.NodeJson;
import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.definition.ScalarNode;
import dev.joinedgroups.graph.Endpoint;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Something to add, as it is sent. */
public sealed interface Submission {

  /** The request's body, in JSON. */
  String body();

  /** The {@code client-request-id}, the same however often it is sent. */
  String clientRequestId();

  /** What to call it in messages. */
  String label();

  /** Where it is posted to. */
  URI postUri(Endpoint endpoint);

  /** Where it would be found, or null when nothing tells it from others. */
  @Nullable URI lookUpUri(Endpoint endpoint);

  /**
   * Whether sending it twice can never add two: then it may be sent again when it was not found.
   */
  boolean isRepeatable();

  /**
   * What a group of the collection is to this one.
   *
   * @param notBefore the earliest time, on the service's clock, that this was sent
   */
  Match match(ObjectNode group, Instant notBefore);

  /** How a group found in the collection relates to a submission. */
  enum Match {
    /** It is what was sent. */
    OURS,
    /** It may be what was sent, but does not say when it was created. */
    MAYBE,
    /** It is another, and the service would have refused ours beside it. */
    EXCLUDES,
    /** It is another, and says nothing about ours. */
    OTHER
  }

  /**
   * A group to create.
   *
   * @param body its definition as JSON
   * @param mailNickname its nickname, or null
   * @param displayName its display name, or null
   * @param unified whether it is a Microsoft 365 group, of which the service takes only one with
   *     that nickname
   */
  record NewGroup(
      String body,
      @Nullable String mailNickname,
      @Nullable String displayName,
      boolean unified,
      String clientRequestId)
      implements Submission {

    /** The definition as it is to be sent. */
    public static NewGroup of(ObjectNode definition, String clientRequestId) {
      return of(definition, NodeJson.compact(definition), clientRequestId);
    }

    /**
     * The same where the JSON is at hand.
     *
     * @param body the definition's JSON
     */
    public static NewGroup of(ObjectNode definition, String body, String clientRequestId) {
      return new NewGroup(
          body,
          definition.string("mailNickname"),
          definition.string("displayName"),
          isUnified(definition.get("groupTypes")),
          clientRequestId);
    }

    private static boolean isUnified(@Nullable Node groupTypes) {
      if (groupTypes instanceof ArrayNode types) {
        for (Node type : types.items()) {
          if (type instanceof ScalarNode scalar
              && scalar.isString()
              && scalar.text().equals("Unified")) {
            return true;
          }
        }
      }
      return false;
    }

    @Override
    public String label() {
      if (displayName != null) {
        return "'" + displayName + "'";
      }
      return mailNickname == null ? "the group" : "'" + mailNickname + "'";
    }

    @Override
    public URI postUri(Endpoint endpoint) {
      return endpoint.postUri();
    }

    @Override
    public @Nullable URI lookUpUri(Endpoint endpoint) {
      return mailNickname == null ? null : endpoint.lookUpUri(mailNickname);
    }

    @Override
    public boolean isRepeatable() {
      return unified;
    }

    @Override
    public Match match(ObjectNode group, Instant notBefore) {
      String nickname = group.string("mailNickname");
      if (mailNickname == null || !mailNickname.equalsIgnoreCase(nickname)) {
        return Match.OTHER;
      }
      String name = group.string("displayName");
      if (mailNickname.equals(nickname)
          && (displayName == null ? name == null : displayName.equals(name))) {
        Instant created = instant(group.string("createdDateTime"));
        if (created == null) {
          return Match.MAYBE;
        }
        if (!created.isBefore(notBefore)) {
          return Match.OURS;
        }
      }
      // Microsoft Graph keeps mailNickname unique among Microsoft 365 groups only.
      return unified && isUnified(group.get("groupTypes")) ? Match.EXCLUDES : Match.OTHER;
    }

    private static @Nullable Instant instant(@Nullable String text) {
      try {
        return text == null ? null : OffsetDateTime.parse(text).toInstant();
      } catch (DateTimeParseException e) {
        return null;
      }
    }
  }

  /**
   * A group that exists already, to be joined by reference.
   *
   * @param body the reference
   * @param groupId the group's id
   */
  record Reference(String body, String groupId, String clientRequestId) implements Submission {

    /** The reference to a group of the endpoint's. */
    public static Reference of(Endpoint endpoint, String groupId, String clientRequestId) {
      return new Reference(endpoint.referenceBody(groupId), groupId, clientRequestId);
    }

    @Override
    public String label() {
      return "the group " + groupId;
    }

    @Override
    public URI postUri(Endpoint endpoint) {
      return endpoint.referenceUri();
    }

    @Override
    public URI lookUpUri(Endpoint endpoint) {
      return endpoint.joinedGroupUri(groupId);
    }

    /** A relation is there or not: adding it twice adds it once (OData 4.01, 11.4.6.1). */
    @Override
    public boolean isRepeatable() {
      return true;
    }

    @Override
    public Match match(ObjectNode group, Instant notBefore) {
      return groupId.equalsIgnoreCase(group.string("id")) ? Match.OURS : Match.OTHER;
    }
  }
}
