package bench.jmh;

import bench.Samples;
import dev.joinedgroups.definition.Definition;
import dev.joinedgroups.definition.DefinitionReader;
import dev.joinedgroups.definition.DefinitionSink;
import dev.joinedgroups.definition.Format;
import dev.joinedgroups.definition.Input;
import dev.joinedgroups.definition.NodeJson;
import dev.joinedgroups.diagnostics.Diagnostic;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.validation.Required;
import dev.joinedgroups.validation.ValidationOptions;
import dev.joinedgroups.validation.Validator;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What is done with every definition, in microseconds for one, under the program's own compiler.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class InnerLoops {
  private static final int MANY = 1000;
  private static final ValidationOptions OPTIONS =
      new ValidationOptions(Required.MINIMAL, false, false, false);

  private final byte[] json = text(Samples::json);
  private final byte[] yaml = text(Samples::yaml);
  private final List<Definition> definitions = read(json, Format.JSON);

  /** Reads JSON. */
  @Benchmark
  @OperationsPerInvocation(MANY)
  public List<Definition> readJson() {
    return read(json, Format.JSON);
  }

  /** Reads YAML. */
  @Benchmark
  @OperationsPerInvocation(MANY)
  public List<Definition> readYaml() {
    return read(yaml, Format.YAML);
  }

  /** Checks what was read. */
  @Benchmark
  @OperationsPerInvocation(MANY)
  public void validate(Blackhole checked) {
    Validator validator = new Validator(OPTIONS, InnerLoops::unexpected);
    for (Definition definition : definitions) {
      checked.consume(validator.check(definition));
    }
  }

  /** Writes what was read as JSON text. */
  @Benchmark
  @OperationsPerInvocation(MANY)
  public void printJson(Blackhole printed) {
    for (Definition definition : definitions) {
      printed.consume(NodeJson.compact(definition.object()));
    }
  }

  private static byte[] text(IntFunction<String> definition) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < MANY; i++) {
      text.append(definition.apply(i));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<Definition> read(byte[] text, Format format) {
    List<Definition> read = new ArrayList<>(MANY);
    new DefinitionReader(new ByteArrayInputStream(text), format)
        .read(
            List.of(new Input.StandardInput()),
            new DefinitionSink() {
              @Override
              public void definition(Definition definition) {
                read.add(definition);
              }

              @Override
              public void problem(Diagnostic problem) {
                unexpected(problem);
              }

              @Override
              public void unreadable(Failure failure) {
                throw failure;
              }
            });
    return read;
  }

  private static void unexpected(Diagnostic problem) {
    throw new IllegalStateException(problem.toString());
  }
}
