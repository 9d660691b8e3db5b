package dev.joinedgroups.definition;

import dev.joinedgroups.definition.ScalarNode.Kind;
import dev.joinedgroups.diagnostics.Diagnostic;
import dev.joinedgroups.diagnostics.Rule;
import dev.joinedgroups.schema.EdmType;
import dev.joinedgroups.schema.EdmType.CollectionType;
import dev.joinedgroups.schema.EdmType.ComplexType;
import dev.joinedgroups.schema.EdmType.OpenType;
import dev.joinedgroups.schema.EdmType.Primitive;
import dev.joinedgroups.schema.GroupSchema;
import dev.joinedgroups.schema.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the properties that flags give: the members of one object, each with its place. */
public final class FlagReader {
  private static final String SET = "--set";

  private final CommandLineText line;
  private final Path directory;
  private final Consumer<Diagnostic> problems;
  private final ObjectBuilder builder = new ObjectBuilder();

  /**
   * @param line the command line, whose options were parsed already
   * @param directory what relative paths start from
   * @param problems takes what cannot be read
   */
  public FlagReader(CommandLineText line, Path directory, Consumer<Diagnostic> problems) {
    this.line = line;
    this.directory = directory;
    this.problems = problems;
  }

  /**
   * Reads all flags.
   *
   * @return the properties in the order typed; empty where there is no such flag
   * @throws dev.joinedgroups.diagnostics.Failure when a file that a flag names cannot be read
   */
  public Definition read() {
    Map<String, Property> byFlag = new HashMap<>();
    for (Property property : GroupSchema.properties()) {
      byFlag.put(property.flag(), property);
      if (property.type() == Primitive.BOOLEAN) {
        byFlag.put("--no" + property.flag().substring(1), property);
      }
    }
    List<String> arguments = line.arguments();
    for (int i = 0; i < arguments.size() && !arguments.get(i).equals("--"); i++) {
      String argument = arguments.get(i);
      if (argument.startsWith("--")) {
        int equals = argument.indexOf('=');
        String flag = equals < 0 ? argument : argument.substring(0, equals);
        Property property = byFlag.get(flag);
        if (property != null) {
          property(property, i, flag, equals);
        } else if (flag.equals(SET)) {
          set(equals < 0 ? i + 1 : i, equals + 1);
        }
      }
    }
    SourceText whole = line.line();
    return new Definition(
        CommandLineText.NAME,
        0,
        false,
        new ObjectNode(line.wholeAsArgument(), 0, whole.text().length(), builder.members()));
  }

  private void property(Property property, int index, String flag, int equals) {
    SourceText name = line.argument(index, 0);
    Node value;
    if (property.type() == Primitive.BOOLEAN && equals < 0) {
      boolean on = flag.equals(property.flag());
      value = new ScalarNode(name, 0, flag.length(), Kind.BOOLEAN, on ? "true" : "false");
    } else {
      SourceText text = equals < 0 ? line.argument(index + 1, 0) : line.argument(index, equals + 1);
      value = value(property.type(), text);
    }
    if (value != null) {
      add(property, new Member(property.name(), name, 0, flag.length(), value));
    }
  }

  private void add(Property property, Member member) {
    Member earlier = builder.find(member.name());
    if (earlier != null
        && property.type() instanceof CollectionType
        && earlier.value() instanceof ArrayNode before
        && member.value() instanceof ArrayNode more) {
      before.items().addAll(more.items());
    } else {
      addOnce(member);
    }
  }

  private void addOnce(Member member) {
    Member earlier = builder.add(member);
    if (earlier != null) {
      Duplicates twice = new Duplicates();
      twice.add(earlier, member, "/" + member.name());
      twice.report(0, new ProblemsOnly(problems));
    }
  }

  private @Nullable Node value(EdmType type, SourceText text) {
    return switch (type) {
      case Primitive.BOOLEAN -> {
        String written = text.text();
        boolean literal = written.equals("true") || written.equals("false");
        yield scalar(text, literal ? Kind.BOOLEAN : Kind.STRING);
      }
      case Primitive.INT32 -> scalar(text, isJsonNumber(text.text()) ? Kind.NUMBER : Kind.STRING);
      case CollectionType collection when collection.item() instanceof Primitive -> list(text);
      case CollectionType collection -> {
        Node value = json(text);
        yield value instanceof ObjectNode
            ? new ArrayNode(value.source(), value.start(), value.end(), listOf(value))
            : value;
      }
      case ComplexType complex -> json(text);
      case OpenType open -> json(text);
      default -> scalar(text, Kind.STRING);
    };
  }

  private static List<Node> listOf(Node item) {
    List<Node> items = new ArrayList<>();
    items.add(item);
    return items;
  }

  private static Node scalar(SourceText text, Kind kind) {
    return new ScalarNode(text, 0, text.text().length(), kind, text.text());
  }

  private static boolean isJsonNumber(String text) {
    return !text.isEmpty()
        && !text.startsWith("+")
        && !text.startsWith(".")
        && text.equals(YamlScalar.number(text));
  }

  private static Node list(SourceText text) {
    String written = text.text();
    List<Node> items = new ArrayList<>();
    int from = 0;
    while (from <= written.length() && !written.isEmpty()) {
      int comma = written.indexOf(',', from);
      int to = comma < 0 ? written.length() : comma;
      items.add(new ScalarNode(text, from, to, Kind.STRING, written.substring(from, to)));
      from = to + 1;
    }
    return new ArrayNode(text, 0, written.length(), items);
  }

  private void set(int index, int from) {
    if (index >= line.arguments().size()) {
      return;
    }
    String argument = line.arguments().get(index);
    int equals = argument.indexOf('=', from);
    SourceText whole = line.argument(index, from);
    if (equals <= from) {
      problem(
          whole,
          "--set wants a name and a JSON value",
          "write --set NAME=JSON, such as --set 'extension=\"text\"'");
      return;
    }
    SourceText json = line.argument(index, equals + 1);
    Node value = json(json);
    if (value != null) {
      addOnce(new Member(argument.substring(from, equals), whole, 0, equals - from, value));
    }
  }

  private void problem(SourceText at, String message, String hint) {
    problems.accept(
        new Diagnostic(
            Rule.SYNTAX,
            Rule.SYNTAX.severity(),
            at.place(0, at.text().length()),
            0,
            "",
            message,
            hint,
            List.of()));
  }

  /** A JSON value written in the argument, or in the file that {@code @file} names. */
  private @Nullable Node json(SourceText argument) {
    SourceText source = argument;
    if (argument.text().startsWith("@")) {
      String name = argument.text().substring(1);
      try {
        byte[] bytes = Files.readAllBytes(directory.resolve(name));
        RecordingReader reader = new RecordingReader(name, bytes);
        source = new SourceText(name, reader.readAll());
      } catch (IOException e) {
        throw DefinitionReader.unreadable(name, e);
      } catch (InputProblem notUtf8) {
        problems.accept(notUtf8.toDiagnostic(0));
        return null;
      }
    }
    try {
      RecordingReader reader = new RecordingReader(source);
      return new JsonReader(reader, false, new ProblemsOnly(problems)).readSingle(source);
    } catch (InputProblem problem) {
      problems.accept(problem.toDiagnostic(0));
      return null;
    }
  }
}
