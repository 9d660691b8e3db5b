package dev.joinedgroups.sandbox;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a local endpoint behaves.
 *
 * @param port the port to listen on; 0 for any free one
 * @param latency how long every answer takes, from the end of its request; at most a day
 * @param limit how many POST requests it takes in a stretch of time before it answers 429, or null
 * @param faults how often which fault strikes
 * @param lag how long a new group stays invisible to GET, as it may in the live directory; at most
 *     a day
 * @param log a file to append a JSON line to for each group, at its creation; or null
 * @param seed where the sequence of faults starts: the same seed gives the same sequence
 */
public record SandboxOptions(
    int port,
    Duration latency,
    @Nullable RateLimit limit,
    Faults faults,
    Duration lag,
    @Nullable Path log,
    long seed) {

  public SandboxOptions {
    if (port < 0 || port > 65_535) {
      throw new Failure(
          ExitCode.USAGE,
          "there is no port " + port,
          "ports go from 1 to 65535; 0 stands for any free one");
    }
    requireUpToADay("latency", latency);
    requireUpToADay("lag", lag);
  }

  private static void requireUpToADay(String name, Duration duration) {
    if (duration.isNegative() || duration.compareTo(Duration.ofDays(1)) > 0) {
      throw new Failure(
          ExitCode.USAGE, "the " + name + " is more than a day or less than nothing", "");
    }
  }

  /** Any free port, and nothing that hinders. */
  public static SandboxOptions defaults() {
    return new SandboxOptions(0, Duration.ZERO, null, Faults.none(), Duration.ZERO, null, 0);
  }
}
