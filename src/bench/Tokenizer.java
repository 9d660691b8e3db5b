package bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** Reads a file's tokens and does nothing with them: the bound for whatever checks its content. */
public final class Tokenizer {
  private Tokenizer() {}

  /** Arguments: the file; YAML if its name says so, else JSON. */
  public static void main(String[] args) throws IOException {
    TokenStreamFactory factory = args[0].endsWith(".yaml") ? new YAMLFactory() : new JsonFactory();
    long tokens = 0;
    try (InputStream in = Files.newInputStream(Path.of(args[0]));
        JsonParser parser = factory.createParser(ObjectReadContext.empty(), in)) {
      while (parser.nextToken() != null) {
        tokens++;
      }
    }
    System.out.println(tokens);
  }
}
