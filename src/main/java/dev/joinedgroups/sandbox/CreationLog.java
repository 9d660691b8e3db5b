package dev.joinedgroups.sandbox;

import dev.joinedgroups.definition.NodeJson;
import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import tools.jackson.core.JsonGenerator;

/**
 * A file with a line of JSON for each group, written before the group is there to be seen, so that
 * it tells what was created whatever becomes of the client.
 */
final class CreationLog implements AutoCloseable {
  private final OutputStream out;

  /**
   * Opens the file to append to it.
   *
   * @throws Failure with {@link ExitCode#FAILURE} when that is not possible
   */
  CreationLog(Path file) {
    try {
      out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new Failure(
          ExitCode.FAILURE,
          "cannot write the log " + file,
          "name a file in a folder that exists and that you may write to",
          e);
    }
  }

  /** Writes one line, without a buffer between it and the operating system. */
  void write(String time, Group group, String displayName, String clientRequestId)
      throws IOException {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = NodeJson.generator(line)) {
      json.writeStartObject();
      json.writeStringProperty("time", time);
      json.writeStringProperty("id", group.id().toString());
      json.writeStringProperty("mailNickname", group.mailNickname());
      json.writeStringProperty("displayName", displayName);
      json.writeStringProperty("clientRequestId", clientRequestId);
      json.writeEndObject();
    }
    out.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      // Every line is out already.
    }
  }
}
