package dev.joinedgroups.cli;

import dev.joinedgroups.definition.NodeJson;
import dev.joinedgroups.diagnostics.DisplayText;
import dev.joinedgroups.graph.Endpoint;
import dev.joinedgroups.graph.GraphClient;
import dev.joinedgroups.output.OutputFormat;
import dev.joinedgroups.run.Submission;
import java.io.PrintStream;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** Prints the requests that would be sent: as HTTP and as a curl command, or as JSON. */
final class DryRun {
  private final PrintStream out;
  private final Endpoint endpoint;
  private final String userAgent;
  private final OutputFormat format;
  private boolean first = true;

  DryRun(PrintStream out, Endpoint endpoint, String userAgent, OutputFormat format) {
    this.out = out;
    this.endpoint = endpoint;
    this.userAgent = userAgent;
    this.format = format;
  }

  /** Prints one request. The token is never part of it. */
  void print(Submission submission) {
    String uri = submission.postUri(endpoint).toString();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Authorization", "Bearer ***");
    headers.putAll(GraphClient.postHeaders(submission.clientRequestId(), userAgent));
    if (format == OutputFormat.JSON || format == OutputFormat.NDJSON) {
      out.print(json(uri, headers, submission.body()) + "\n");
    } else {
      out.print(text(uri, headers, submission.body()));
    }
    first = false;
  }

  private String text(String uri, Map<String, String> headers, String body) {
    StringBuilder text = new StringBuilder(first ? "" : "\n");
    text.append("POST ").append(uri).append('\n');
    headers.forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
    text.append('\n').append(DisplayText.harmless(body)).append("\n\n");
    text.append(curl(uri, headers, body)).append('\n');
    return text.toString();
  }

  private static String curl(String uri, Map<String, String> headers, String body) {
    StringBuilder command = new StringBuilder("curl --request POST ").append(quoted(uri));
    headers.forEach(
        (name, value) -> {
          String header =
              name.equals("Authorization")
                  ? "\"Authorization: Bearer $GROUPS_TOKEN\""
                  : quoted(name + ": " + value);
          command.append(" \\\n  --header ").append(header);
        });
    return command
        .append(" \\\n  --data-raw ")
        .append(quoted(DisplayText.harmless(body)))
        .toString();
  }

  /** The text as one word for a POSIX shell. */
  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  private static String json(String uri, Map<String, String> headers, String body) {
    StringWriter target = new StringWriter();
    try (JsonGenerator generator = NodeJson.generator(target)) {
      generator.writeStartObject();
      generator.writeStringProperty("method", "POST");
      generator.writeStringProperty("url", uri);
      generator.writeName("headers");
      generator.writeStartObject();
      headers.forEach(generator::writeStringProperty);
      generator.writeEndObject();
      generator.writeName("body");
      generator.writeRawValue(body);
      generator.writeStringProperty("curl", curl(uri, headers, body));
      generator.writeEndObject();
    }
    return target.toString();
  }
}
