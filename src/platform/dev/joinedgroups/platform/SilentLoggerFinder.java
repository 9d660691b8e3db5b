package dev.joinedgroups.platform;

import java.util.ResourceBundle;

/**
 * Keeps the JDK's own log off the screen, whatever its configuration: the HTTP client's, once
 * switched on, has {@code Authorization} in it.
 */
public final class SilentLoggerFinder extends System.LoggerFinder {
  @Override
  public System.Logger getLogger(String name, Module module) {
    return new Silence(name);
  }

  private static final class Silence implements System.Logger {
    private final String name;

    Silence(String name) {
      this.name = name;
    }

    @Override
    public String getName() {
      return name;
    }

    @Override
    public boolean isLoggable(Level level) {
      return false;
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
      // Nothing is loggable.
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
      // Nothing is loggable.
    }
  }
}
