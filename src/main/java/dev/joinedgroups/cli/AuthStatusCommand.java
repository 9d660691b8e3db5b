package dev.joinedgroups.cli;

import static dev.joinedgroups.cli.Option.value;

import dev.joinedgroups.auth.AuthSettings;
import dev.joinedgroups.auth.AuthStatus;
import dev.joinedgroups.cli.Option.Completes;
import dev.joinedgroups.definition.NodeJson;
import dev.joinedgroups.diagnostics.DisplayText;
import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** {@code groups auth status}: who is signed in, where and until when. */
final class AuthStatusCommand implements Command {
  private static final Option OUTPUT =
      value(Section.OUTPUT, "FORMAT", "table or json", "--output", "-o")
          .withCandidates(List.of("table", "json"));

  @Override
  public CommandModel model() {
    return new CommandModel(
        "auth status",
        "tell whose token is used, where and until when",
        "Tells which token requests would carry: where it comes from, whose it is, for which host,"
            + " and until when. Never shows the token. A token of an application in the environment"
            + " or of a token-command is got to see that this works.",
        "",
        Completes.NOTHING,
        List.of(),
        AuthSetup.options(OUTPUT),
        List.of(
            new CommandModel.Example("See who is signed in", "groups auth status"),
            new CommandModel.Example("Use it in a script", "groups auth status -o json")),
        AuthSetup.exitCodes(),
        AuthSetup.environment(new CommandModel.Variable("GROUPS_TOKEN", "the bearer token")));
  }

  @Override
  public ExitCode run(Arguments arguments, Context context) {
    boolean json = "json".equals(arguments.value(OUTPUT));
    AuthSettings settings = AuthSetup.forCommand(arguments, context);
    AuthStatus status = AuthStatus.current(settings);
    String text = json ? json(status) : table(status);
    context.console().out().print(text);
    if (status.expired() && !status.renews()) {
      throw new Failure(
          ExitCode.AUTH,
          "the token of " + status.source() + " has expired",
          "sign in again with `groups auth login`, or give another token");
    }
    return ExitCode.OK;
  }

  private static String table(AuthStatus status) {
    StringBuilder text = new StringBuilder();
    row(text, "source", source(status));
    row(text, "account", status.account());
    row(text, "kind", status.kind().label());
    row(text, "tenant", status.tenant());
    row(text, "client", status.client());
    row(text, "cloud", status.cloud());
    row(text, "host", status.host());
    row(text, "scopes", String.join(" ", status.scopes()));
    row(text, "expires", expires(status));
    return text.toString();
  }

  private static String source(AuthStatus status) {
    return status.method() == null
        ? status.source()
        : status.source() + " (" + status.method() + ")";
  }

  private static String expires(AuthStatus status) {
    Instant expires = status.expires();
    String time = expires == null ? "unknown" : seconds(expires);
    return time
        + (status.expired() ? ", has expired" : "")
        + (status.renews() ? "; renews itself" : "");
  }

  /** A time without fractions of a second. */
  static String seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static void row(StringBuilder text, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      text.append(name)
          .append(" ".repeat(9 - name.length()))
          .append(DisplayText.harmless(value))
          .append('\n');
    }
  }

  private static String json(AuthStatus status) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = NodeJson.generator(text)) {
      out.writeStartObject();
      out.writeStringProperty("source", status.source());
      property(out, "method", status.method());
      out.writeStringProperty("kind", status.kind().label());
      property(out, "account", status.account());
      property(out, "tenant", status.tenant());
      property(out, "client", status.client());
      property(out, "cloud", status.cloud());
      property(out, "host", status.host());
      out.writeArrayPropertyStart("scopes");
      for (String scope : status.scopes()) {
        out.writeString(scope);
      }
      out.writeEndArray();
      property(out, "expires", status.expires() == null ? null : seconds(status.expires()));
      out.writeBooleanProperty("expired", status.expired());
      out.writeBooleanProperty("renews", status.renews());
      out.writeEndObject();
    }
    return text.append('\n').toString();
  }

  private static void property(JsonGenerator out, String name, @Nullable String value) {
    if (value == null) {
      out.writeNullProperty(name);
    } else {
      out.writeStringProperty(name, value);
    }
  }
}
