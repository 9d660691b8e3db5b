package dev.joinedgroups.cli;

/** Where help and the manual list an option, in the order in which they list it. */
enum Section {
  DEFINITION("Definition"),
  TEXT("Properties: text"),
  BOOLEAN("Properties: yes or no (--NAME, --no-NAME, --NAME=false)"),
  NUMBER("Properties: numbers"),
  COLLECTION("Properties: lists (commas or repetition) and objects (JSON or @file)"),
  CHECKING("Checking"),
  ENDPOINT("Endpoint"),
  SENDING("Sending"),
  MANY("Many definitions"),
  TOKEN("Token"),
  SANDBOX("Sandbox"),
  OUTPUT("Output"),
  GENERAL("General");

  private final String title;

  Section(String title) {
    this.title = title;
  }

  /** Whether its options are the properties of a definition. */
  boolean isProperty() {
    return switch (this) {
      case TEXT, BOOLEAN, NUMBER, COLLECTION -> true;
      case DEFINITION, CHECKING, ENDPOINT, SENDING, MANY, TOKEN, SANDBOX, OUTPUT, GENERAL -> false;
    };
  }

  String title() {
    return title;
  }
}
