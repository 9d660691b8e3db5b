package dev.joinedgroups.definition;

import dev.joinedgroups.definition.ScalarNode.Kind;
import dev.joinedgroups.diagnostics.Rule;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** What scalars and tags of a YAML text mean. */
final class YamlScalars {
  private final KeptText kept;
  private final YamlEvents events;

  YamlScalars(KeptText kept, YamlEvents events) {
    this.kept = kept;
    this.events = events;
  }

  /**
   * The value that an event stands for.
   *
   * @throws InputProblem where JSON has no such value
   */
  Node scalar(ScalarEvent event, SourceText source) {
    String text = event.getValue();
    String tag = event.getTag().orElse("");
    YamlScalar resolved =
        switch (tag) {
          case "" -> event.isPlain() ? YamlScalar.resolve(text) : new YamlScalar(Kind.STRING, text);
          case "!", "tag:yaml.org,2002:str" -> new YamlScalar(Kind.STRING, text);
          case "tag:yaml.org,2002:int",
              "tag:yaml.org,2002:float",
              "tag:yaml.org,2002:bool",
              "tag:yaml.org,2002:null" ->
              YamlScalar.resolve(text);
          default -> throw unknownTag(event, tag);
        };
    if (tag.isEmpty() && event.isPlain() && YamlScalar.isNotFinite(text)) {
      throw events.problem(
          Rule.SYNTAX, event, "`" + text + "` is not a number that can be sent", "quote a text");
    }
    return new ScalarNode(source, events.from(event), end(event), resolved.kind(), resolved.text());
  }

  /** The end of a block scalar without the line breaks behind its last line. */
  private int end(ScalarEvent event) {
    long end = events.offset(event.getEndMark());
    if (event.isLiteral() || event.isFolded()) {
      while (Character.isWhitespace(kept.charAt(end - 1))) {
        end--;
      }
    }
    return (int) (end - kept.start());
  }

  /** Refuses a tag of a collection other than the one it has anyway. */
  void refuseTag(Event event, Optional<String> tag, String allowed) {
    if (tag.isPresent() && !tag.get().equals(allowed) && !tag.get().equals("!")) {
      throw unknownTag(event, tag.get());
    }
  }

  private InputProblem unknownTag(Event event, String tag) {
    return events.problem(
        Rule.SYNTAX, event, "the tag `" + tag + "` has no meaning here", "delete the tag");
  }
}
