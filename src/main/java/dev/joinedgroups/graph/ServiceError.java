package dev.joinedgroups.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a service says about a refusal. All texts are as sent, not sanitised.
 *
 * @param code such as {@code Request_BadRequest}; may be empty
 * @param message the explanation; may be empty
 * @param details further explanations
 * @param requestId the id that the body names, or null
 */
public record ServiceError(
    String code, String message, List<Detail> details, @Nullable String requestId) {

  /**
   * One of several explanations.
   *
   * @param target what it is about, such as a property's name; may be empty
   */
  public record Detail(String code, String message, String target) {}

  /** Code, message and details as one text; empty when the service said nothing. */
  public String text() {
    StringBuilder text = new StringBuilder(code);
    append(text, ": ", message);
    for (Detail detail : details) {
      if (!detail.message().equals(message)) {
        append(text, "; ", detail.message());
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, String separator, String more) {
    if (!more.isEmpty()) {
      text.append(text.isEmpty() ? "" : separator).append(more);
    }
  }

  /**
   * The properties that it may be about, likeliest first: the details' targets, then names in
   * quotes, then names behind the word "property" and names written like one, as in {@code
   * mailNickname}. Whether they are in the definition is for the caller to see.
   */
  public List<String> propertyCandidates() {
    PropertyNames names = new PropertyNames();
    for (Detail detail : details) {
      names.target(detail.target());
    }
    names.quoted(message);
    for (Detail detail : details) {
      names.quoted(detail.message());
    }
    names.unquoted(message);
    for (Detail detail : details) {
      names.unquoted(detail.message());
    }
    return names.inOrder();
  }
}
