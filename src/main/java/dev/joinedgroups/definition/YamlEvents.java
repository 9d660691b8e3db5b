package dev.joinedgroups.definition;

import dev.joinedgroups.diagnostics.Rule;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * The events of a YAML text and where they stand: snakeyaml-engine counts code points from where it
 * began, everything else UTF-16 units from the start of the input.
 */
final class YamlEvents {
  /**
   * The scanner copies all of a long text each time its buffer runs out: a small buffer makes that
   * quadratic, a large one makes small files slow.
   */
  private static final int LARGE_BUFFER = 256 * 1024;

  private static final int SMALL_BUFFER = 1024;

  private final RecordingReader in;
  private ParserImpl parser;
  private long base;
  private long eventEnd;

  /** Begins where the reader is. */
  YamlEvents(RecordingReader in) {
    this.in = in;
    this.parser = parser();
  }

  /** Begins anew where the reader is now. */
  void open() {
    parser = parser();
  }

  private ParserImpl parser() {
    LoadSettings settings =
        LoadSettings.builder()
            .setUseMarks(true)
            .setCodePointLimit(Integer.MAX_VALUE)
            .setBufferSize(in.isRead() ? SMALL_BUFFER : LARGE_BUFFER)
            .build();
    base = in.codePoints().countBefore(in.position());
    eventEnd = in.position();
    return new ParserImpl(settings, new StreamReader(settings, in));
  }

  /**
   * The next event.
   *
   * @throws InputProblem where the text is not YAML
   */
  Event next() {
    try {
      Event event = parser.next();
      eventEnd = offset(event.getEndMark());
      return event;
    } catch (YamlEngineException e) {
      throw new YamlSyntax(in, this::offset).explain(e);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // The scanner lets these out for escapes of no character, without a place.
      throw new YamlSyntax(in, this::offset).escape(eventEnd);
    }
  }

  /** A problem with all that an event stands for. */
  InputProblem problem(Rule rule, Event at, String message, String hint) {
    long start = offset(at.getStartMark());
    long end = Math.max(start, offset(at.getEndMark()));
    return in.problem(rule, start, end, message, hint);
  }

  /** Where an event starts in the text that the reader keeps. */
  int from(Event event) {
    return (int) (offset(event.getStartMark()) - in.text().start());
  }

  /** Where an event ends in the text that the reader keeps. */
  int to(Event event) {
    return (int) (offset(event.getEndMark()) - in.text().start());
  }

  /** Where a mark is in the input. */
  long offset(Optional<Mark> mark) {
    return offset(mark.map(Mark::getIndex).orElse(0));
  }

  private long offset(int codePoints) {
    return in.codePoints().offsetOf(base + codePoints);
  }
}
