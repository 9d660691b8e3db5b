package dev.joinedgroups.auth;

import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Reporter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what was reported. */
final class Said implements Reporter {
  final List<String> lines = new CopyOnWriteArrayList<>();

  @Override
  public void notice(String message) {
    lines.add("notice: " + message);
  }

  @Override
  public void warning(String message) {
    lines.add("warning: " + message);
  }

  @Override
  public void failure(Failure failure) {
    lines.add("failure: " + failure.getMessage());
  }

  @Override
  public void info(String message) {
    lines.add("info: " + message);
  }

  @Override
  public void debug(String message) {
    lines.add("debug: " + message);
  }
}
