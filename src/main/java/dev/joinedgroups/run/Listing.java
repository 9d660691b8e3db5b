package dev.joinedgroups.run;

import dev.joinedgroups.definition.ObjectNode;
import dev.joinedgroups.diagnostics.Secret;
import dev.joinedgroups.graph.Answer;
import dev.joinedgroups.graph.GraphClient;
import dev.joinedgroups.graph.GroupPage;
import dev.joinedgroups.graph.Receipt;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** All pages of a filtered collection of groups, or why there are none. */
public sealed interface Listing {
  /** A filter on one name gives few groups: a service that ignores it is not read to its end. */
  int MOST_PAGES = 50;

  /**
   * The groups.
   *
   * @param receipt of the last page's answer
   */
  record Groups(List<ObjectNode> groups, Receipt receipt) implements Listing {}

  /**
   * No groups.
   *
   * @param answer what came instead, as for a POST
   */
  record Unavailable(Answer answer) implements Listing {}

  /**
   * Gets all pages.
   *
   * @param uri of the first
   * @param clientRequestId names the requests in the service's logs
   */
  static Listing get(GraphClient client, URI uri, Secret token, String clientRequestId) {
    List<ObjectNode> groups = new ArrayList<>();
    URI at = uri;
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      switch (client.page(at, token, clientRequestId)) {
        case GroupPage.None none -> {
          return new Unavailable(none.answer());
        }
        case GroupPage.Found found -> {
          groups.addAll(found.page().groups());
          URI next = found.page().next();
          if (next == null) {
            return new Groups(groups, found.page().receipt());
          }
          at = next;
        }
      }
    }
    return new Unavailable(new Answer.Ambiguous("the list of groups has no end", null, null));
  }
}
