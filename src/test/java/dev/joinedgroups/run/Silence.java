package dev.joinedgroups.run;

import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Reporter;

/** Hears everything and says nothing. */
enum Silence implements Reporter {
  INSTANCE;

  @Override
  public void notice(String message) {}

  @Override
  public void warning(String message) {}

  @Override
  public void failure(Failure failure) {}

  @Override
  public void info(String message) {}

  @Override
  public void debug(String message) {}
}
