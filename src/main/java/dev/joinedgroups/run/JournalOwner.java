package dev.joinedgroups.run;

import dev.joinedgroups.definition.Fingerprints;
import dev.joinedgroups.graph.Endpoint;
import java.util.List;

/**
 * What a journal belongs to: a run with another one of these does not go on with it.
 *
 * @param endpoint the service's root
 * @param target the label of the target
 * @param user whose groups
 * @param inputs the paths as given
 */
public record JournalOwner(String endpoint, String target, String user, List<String> inputs) {

  /** The owner of the journal of a run. */
  public static JournalOwner of(Endpoint endpoint, List<String> inputs) {
    return new JournalOwner(
        endpoint.base(), endpoint.target().label(), endpoint.user(), List.copyOf(inputs));
  }

  /** The name of its journal where no other is given. */
  public String fileName() {
    String all = String.join("\0", endpoint, target, user, String.join("\0", inputs));
    String digits = Long.toHexString(Fingerprints.of(all));
    return "0".repeat(16 - digits.length()) + digits + ".journal";
  }

  /** In words, for those who meet a journal that is another's. */
  String described() {
    return "--endpoint "
        + endpoint
        + " --target "
        + target
        + " --user "
        + user
        + " "
        + String.join(" ", inputs);
  }
}
