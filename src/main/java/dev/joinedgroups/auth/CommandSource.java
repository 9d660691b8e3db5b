package dev.joinedgroups.auth;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import dev.joinedgroups.diagnostics.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A program of the user's that prints a token. It is started without a shell and gets no input;
 * what it prints is never logged, and of what it complains about only the first line is shown.
 */
final class CommandSource implements TokenSource {
  private static final int MOST_BYTES = 1 << 16;
  private static final int SHOWN_CHARACTERS = 300;

  private final AuthSettings settings;
  private final Duration patience;

  /**
   * @param patience how long the program may take
   */
  CommandSource(AuthSettings settings, Duration patience) {
    this.settings = settings;
    this.patience = patience;
  }

  @Override
  public String name() {
    return "token-command";
  }

  @Override
  public Token first() {
    settings.reporter().info("running the token-command " + program());
    Process process = start();
    Executor reader = Thread::startVirtualThread;
    CompletableFuture<String> output =
        CompletableFuture.supplyAsync(() -> text(process.getInputStream()), reader);
    CompletableFuture<String> complaint =
        CompletableFuture.supplyAsync(() -> text(process.getErrorStream()), reader);
    String printed;
    String complained;
    try {
      // The streams first: a program that this one left behind may hold them open.
      printed = output.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      complained = complaint.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new TimeoutException();
      }
    } catch (TimeoutException tooLong) {
      end(process);
      throw new Failure(
          ExitCode.AUTH,
          "the token-command " + program() + " took longer than " + patience.toSeconds() + " s",
          "run it yourself to see what it waits for; it gets no input");
    } catch (InterruptedException interrupted) {
      end(process);
      Thread.currentThread().interrupt();
      throw new Failure(ExitCode.INTERRUPTED, "interrupted", "");
    } catch (ExecutionException unreadable) {
      throw new IllegalStateException(unreadable);
    }
    settings.redactor().add(new Secret(printed.strip()));
    int status = process.exitValue();
    if (status != 0) {
      throw new Failure(
          ExitCode.AUTH,
          "the token-command " + program() + " failed with status " + status,
          said(complained));
    }
    return token(printed);
  }

  private Token token(String printed) {
    String text = printed.strip();
    if (text.isEmpty()) {
      throw new Failure(
          ExitCode.AUTH,
          "the token-command " + program() + " printed nothing",
          "it must print the token, and nothing else, on standard output");
    }
    if (text.startsWith("{") || text.startsWith("\"") || text.indexOf('\n') >= 0) {
      throw new Failure(
          ExitCode.AUTH,
          "the token-command " + program() + " printed something else than a bare token",
          "it must print one line with the token alone, without JSON or quotes");
    }
    return Token.parse(text, name());
  }

  private Process start() {
    ProcessBuilder builder = new ProcessBuilder(settings.tokenCommand());
    // The empty path, which stands for the working directory elsewhere, cannot be changed to.
    builder.directory(settings.directory().toAbsolutePath().toFile());
    builder.environment().clear();
    builder.environment().putAll(settings.env());
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return process;
    } catch (IOException failed) {
      throw new Failure(
          ExitCode.AUTH,
          "the token-command " + program() + " cannot be started",
          "token-command is a list: a program, found by PATH or by its full path, and its"
              + " arguments; no shell reads it",
          failed);
    }
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static String text(InputStream stream) {
    try (stream) {
      byte[] start = stream.readNBytes(MOST_BYTES);
      stream.skip(Long.MAX_VALUE);
      return new String(start, StandardCharsets.UTF_8);
    } catch (IOException ended) {
      return "";
    }
  }

  private String said(String complaint) {
    String line = complaint.strip().lines().findFirst().orElse("");
    if (line.isEmpty()) {
      return "it said nothing on standard error";
    }
    String shown =
        line.length() > SHOWN_CHARACTERS ? line.substring(0, SHOWN_CHARACTERS) + "…" : line;
    return "it said: " + settings.redactor().redact(shown);
  }

  private String program() {
    return settings.tokenCommand().getFirst();
  }

  @Override
  public @Nullable Token newerThan(Token old) {
    Token next = first();
    return next.sameAs(old) ? null : next;
  }

  @Override
  public String remedy() {
    return "run the token-command yourself to see what it prints";
  }
}
