package dev.joinedgroups.sandbox;

import dev.joinedgroups.definition.Node;
import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.definition.ScalarNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What requests do to the groups: create, relate, look up. */
final class Groups {
  private static final String REFERENCE = "@odata.id";

  private final GroupStore store;
  private final Duration lag;
  private final String baseUri;

  /**
   * @param baseUri where links lead for a client that names no host
   */
  Groups(GroupStore store, Duration lag, String baseUri) {
    this.store = store;
    this.lag = lag;
    this.baseUri = baseUri;
  }

  /**
   * Creates the group that was posted, or relates an existing one.
   *
   * @return 201 with the group, or 204 for a reference
   * @throws Refusal for what the service would refuse
   */
  Response post(Request request, Route route, String clientRequestId, Instant now) {
    ObjectNode posted = GroupBody.parse(request.body());
    String user = route.user();
    if (route.isRef() && user != null && posted.get(REFERENCE) != null) {
      relate(posted.get(REFERENCE), user);
      return Response.empty(204);
    }
    GroupChecks.check(posted);
    UUID id = Ids.next();
    String nickname = String.valueOf(posted.string("mailNickname"));
    byte[] json = GroupBody.created(posted, id, Times.dateTimeOffset(now));
    long visibleFrom = now.plus(lag).toEpochMilli();
    Group group = new Group(id, nickname, GroupChecks.isUnified(posted), user, visibleFrom, json);
    store.add(group, now, String.valueOf(posted.string("displayName")), clientRequestId);
    return Response.json(201, json)
        .with(List.of("Location", origin(request) + route.collection() + "/" + id));
  }

  /** Takes OData's reference to an existing group; relating it once more is no error. */
  private void relate(@Nullable Node reference, String user) {
    if (!(reference instanceof ScalarNode scalar && scalar.isString())) {
      throw new Refusal(400, "BadRequest", "The value of '@odata.id' must be a string.");
    }
    String uri = scalar.text();
    String id = uri.substring(uri.lastIndexOf('/') + 1);
    if (id.length() == uri.length() || id.isEmpty()) {
      throw new Refusal(400, "BadRequest", "The value of '@odata.id' must be a URL of a group.");
    }
    // Any Guid will do, so that a rehearsal may use ids of the real directory.
    if (!Ids.isGuid(id)) {
      throw notFound(id);
    }
    store.join(UUID.fromString(id), user);
  }

  /**
   * Looks up a collection, or one group.
   *
   * @throws Refusal for a query it does not understand, and for an unknown id
   */
  Response get(Request request, Route route, Instant now) {
    Query query = Query.of(request.query());
    String item = route.item();
    return item == null
        ? collection(request, route, query, now.toEpochMilli())
        : one(route, item, query, now.toEpochMilli());
  }

  private Response one(Route route, String id, Query query, long now) {
    Group group = Ids.isGuid(id) ? store.find(UUID.fromString(id), route.user(), now) : null;
    if (group == null) {
      throw notFound(id);
    }
    return Response.json(200, shown(group, query));
  }

  private Response collection(Request request, Route route, Query query, long now) {
    GroupStore.Page page =
        store.page(route.user(), query.nickname(), query.skip(), query.top(), now);
    String origin = origin(request);
    String context = origin + route.version() + "/$metadata#" + route.context().substring(1);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    append(body, "{\"@odata.context\":" + GroupBody.quoted(context));
    if (page.next() >= 0) {
      String next = origin + route.collection() + "?" + query.next(page.next());
      append(body, ",\"@odata.nextLink\":" + GroupBody.quoted(next));
    }
    append(body, ",\"value\":[");
    for (int i = 0; i < page.groups().size(); i++) {
      append(body, i == 0 ? "" : ",");
      body.writeBytes(shown(page.groups().get(i), query));
    }
    append(body, "]}");
    return Response.json(200, body.toByteArray());
  }

  private static byte[] shown(Group group, Query query) {
    List<String> select = query.select();
    return select == null ? group.json() : GroupBody.select(group.json(), select);
  }

  private static void append(ByteArrayOutputStream body, String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Scheme and host as the client calls them: it may not follow a link to another name. */
  private String origin(Request request) {
    String host = request.headers().getOrDefault("host", "");
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      boolean letterOrDigit = c < 128 && Character.isLetterOrDigit(c);
      if (!letterOrDigit && "-._:[]".indexOf(c) < 0) {
        return baseUri;
      }
    }
    return host.isEmpty() ? baseUri : "http://" + host;
  }

  private static Refusal notFound(String id) {
    return new Refusal(
        404,
        "Request_ResourceNotFound",
        "Resource '"
            + id
            + "' does not exist or one of its queried reference-property objects are not present.");
  }
}
