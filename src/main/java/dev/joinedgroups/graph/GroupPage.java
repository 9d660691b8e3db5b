package dev.joinedgroups.graph;

import dev.joinedgroups.definition.ArrayNode;
import dev.joinedgroups.definition.Node;
import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.definition.ResponseParser;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a collection of groups.
 *
 * @param groups its groups, as sent
 * @param next where the following page is, always on the endpoint's own origin, or null
 * @param receipt of the answer; its time tells how the service's clock differs from this machine's
 */
public record GroupPage(List<ObjectNode> groups, @Nullable URI next, Receipt receipt) {

  /** What a request for a page came to. */
  public sealed interface Result {}

  /** A page. */
  public record Found(GroupPage page) implements Result {}

  /**
   * No page.
   *
   * @param answer what came instead, as for a POST
   */
  public record None(Answer answer) implements Result {}

  /** Reads a page, or null when the body is not one. */
  static @Nullable GroupPage read(Reply.Received reply, Endpoint endpoint) {
    ObjectNode root = reply.whole() ? ResponseParser.object("the answer", reply.body()) : null;
    if (root == null || !(root.get("value") instanceof ArrayNode array)) {
      return null;
    }
    List<ObjectNode> groups = new ArrayList<>();
    for (Node item : array.items()) {
      if (item instanceof ObjectNode group) {
        groups.add(group);
      }
    }
    String link = root.string("@odata.nextLink");
    URI next = link == null ? null : sameOrigin(link, endpoint);
    // A next page elsewhere cannot be fetched with the token: then this is not the whole answer.
    return link != null && next == null ? null : new GroupPage(groups, next, Receipt.of(reply));
  }

  private static @Nullable URI sameOrigin(String link, Endpoint endpoint) {
    try {
      URI uri = new URI(link);
      return endpoint.isSameOrigin(uri) ? uri : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
