package dev.joinedgroups.cli;

import dev.joinedgroups.diagnostics.Secret;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Removes every secret that the run knows from what is about to be shown. */
final class Redaction {
  private final List<Secret> secrets = new CopyOnWriteArrayList<>();

  /** From now on the secret is never shown. */
  void add(Secret secret) {
    if (!secret.reveal().isBlank()) {
      secrets.add(secret);
    }
  }

  /** The text without secrets. */
  String apply(String text) {
    String clean = text;
    for (Secret secret : secrets) {
      clean = clean.replace(secret.reveal(), secret.toString());
    }
    return clean;
  }
}
