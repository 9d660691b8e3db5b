package dev.joinedgroups.cli;

import static dev.joinedgroups.cli.Option.flag;
import static dev.joinedgroups.cli.Option.value;

import dev.joinedgroups.cli.Option.Completes;
import dev.joinedgroups.cli.Option.Form;
import dev.joinedgroups.graph.Cloud;
import dev.joinedgroups.graph.Target;
import java.util.List;

/** Options that several commands share. */
final class CommonOptions {
  private static final List<String> WHEN = List.of("auto", "always", "never");

  static final Option HELP = flag(Section.GENERAL, "print this help", "--help", "-h");

  /** Stands before the command, or alone. */
  static final Option VERSION = flag(Section.GENERAL, "print the version", "--version");

  static final Option QUIET = flag(Section.GENERAL, "no notices", "--quiet", "-q");
  static final Option VERBOSE =
      flag(Section.GENERAL, "log each step; -vv logs its details", "--verbose", "-v")
          .withForm(Form.COUNT);
  static final Option COLOR =
      value(Section.GENERAL, "WHEN", "when to use colours: " + Option.or(WHEN), "--color")
          .withCandidates(WHEN);
  static final Option CONFIG =
      value(Section.GENERAL, "FILE", "the configuration file", "--config")
          .completing(Completes.FILE);
  static final Option PROFILE =
      value(Section.GENERAL, "NAME", "the profile of the configuration file", "--profile")
          .completing(Completes.PROFILE);

  static final Option ENDPOINT =
      value(Section.ENDPOINT, "URL", "where the service is; else the cloud says", "--endpoint");
  static final Option CLOUD =
      value(Section.ENDPOINT, "CLOUD", "the cloud: " + Option.or(Cloud.labels()), "--cloud")
          .withCandidates(Cloud.labels());
  static final Option USER =
      value(Section.ENDPOINT, "ID", "whose groups: a user's id or name; default me", "--user");
  static final Option TARGET =
      value(
              Section.ENDPOINT,
              "TARGET",
              "the collection: joined-groups-ref, joined-groups, or groups, which the live service"
                  + " takes today",
              "--target")
          .withCandidates(Target.labels());
  static final Option CA_FILE =
      value(Section.ENDPOINT, "FILE", "certificates to trust as well, in PEM", "--ca-file")
          .completing(Completes.FILE);

  /** Options of every command. */
  static final List<Option> GENERAL = List.of(COLOR, QUIET, VERBOSE, HELP);

  /** Options of every command that reads settings. */
  static final List<Option> SETTINGS = List.of(PROFILE, CONFIG);

  /** What every command reads from the environment. */
  static final List<CommandModel.Variable> ENVIRONMENT =
      List.of(
          new CommandModel.Variable("NO_COLOR", "no colours when it is set"),
          new CommandModel.Variable("TERM", "no colours when it is dumb"));

  private CommonOptions() {}
}
