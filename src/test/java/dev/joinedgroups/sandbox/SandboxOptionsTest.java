package dev.joinedgroups.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxOptionsTest {

  @ParameterizedTest
  @CsvSource({
    "3000/150s, 3000, PT150S",
    "1/1ms, 1, PT0.001S",
    "18000/5m, 18000, PT5M",
    "1000000/999999999h, 1000000, PT999999999H"
  })
  void readsLimits(String text, int requests, String window) {
    assertEquals(new RateLimit(requests, Duration.parse(window)), RateLimit.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "3000",
        "3000/",
        "/150s",
        "3000/150",
        "3000/s",
        "3000/1.5s",
        "-1/1s",
        "3000/150S",
        "3000 / 150s",
        "1/1s/1s",
        "9999999999/1s"
      })
  void refusesOtherLimits(String text) {
    assertUsage("'" + text + "' is no limit", () -> RateLimit.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "0/1s, 'a limit allows from 1 to 1000000 requests, not 0'",
    "1000001/1s, 'a limit allows from 1 to 1000000 requests, not 1000001'",
    "1/0s, the stretch of a limit is at least 1ms"
  })
  void boundsLimits(String text, String message) {
    assertUsage(message, () -> RateLimit.parse(text));
  }

  @Test
  void readsFaults() {
    Faults faults = Faults.parse(List.of("reset=0.25", "error-after=5%", "hang=.1", "reset=0.2"));

    assertEquals(
        Map.of(FaultKind.RESET, 0.2, FaultKind.ERROR_AFTER, 0.05, FaultKind.HANG, 0.1),
        faults.rates());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "reset | 'reset' names no rate for a fault",
        "resset=1 | there is no kind of fault 'resset'",
        "=1 | there is no kind of fault ''",
        "reset= | 'reset=' has no rate between 0 and 1",
        "reset=1.1 | 'reset=1.1' has no rate between 0 and 1",
        "reset=-1 | 'reset=-1' has no rate between 0 and 1",
        "reset=101% | 'reset=101%' has no rate between 0 and 1",
        "reset=NaN | 'reset=NaN' has no rate between 0 and 1",
        "reset=1e-3 | 'reset=1e-3' has no rate between 0 and 1",
        "reset=. | 'reset=.' has no rate between 0 and 1"
      })
  void refusesOtherFaults(String text, String message) {
    assertUsage(message, () -> Faults.parse(List.of(text)));
  }

  @Test
  void suggestsAKindOfFault() {
    Failure failure = assertThrows(Failure.class, () -> Faults.parse(List.of("error_afer=1")));

    assertEquals("did you mean 'error-after'?", failure.hint());
  }

  @Test
  void refusesMoreFaultsThanRequests() {
    assertUsage(
        "the rates of the faults add up to more than 1",
        () -> Faults.parse(List.of("reset=0.6", "cut=0.5")));
  }

  @Test
  void choosesFaultsByTheirRates() {
    Faults faults = Faults.parse(List.of("throttle=0.5", "slow=0.25"));

    assertEquals(FaultKind.THROTTLE, faults.at(0));
    assertEquals(FaultKind.THROTTLE, faults.at(0.49));
    assertEquals(FaultKind.SLOW, faults.at(0.5));
    assertNull(faults.at(0.75));
    assertNull(Faults.none().at(0));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65_536})
  void refusesPortsThatAreNone(int port) {
    assertUsage(
        "there is no port " + port,
        () -> new SandboxOptions(port, Duration.ZERO, null, Faults.none(), Duration.ZERO, null, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-0.001S", "PT24H0.001S"})
  void boundsLatencyAndLag(String text) {
    Duration duration = Duration.parse(text);

    assertUsage(
        "the latency is more than a day or less than nothing",
        () -> new SandboxOptions(0, duration, null, Faults.none(), Duration.ZERO, null, 0));
    assertUsage(
        "the lag is more than a day or less than nothing",
        () -> new SandboxOptions(0, Duration.ZERO, null, Faults.none(), duration, null, 0));
  }

  private static void assertUsage(String message, Executable parse) {
    Failure failure = assertThrows(Failure.class, parse);
    assertEquals(ExitCode.USAGE, failure.exitCode());
    assertEquals(message, failure.getMessage());
  }
}
