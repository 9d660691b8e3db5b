package bench;

/** The definitions that are measured with. */
public final class Samples {
  private Samples() {}

  /** A definition in JSON on a line. */
  public static String json(int i) {
    return ("{\"displayName\":\"Marketing"
                + " %d\",\"mailNickname\":\"marketing%d\",\"mailEnabled\":true,"
                + "\"securityEnabled\":false,\"groupTypes\":[\"Unified\"],\"visibility\":\"Private\",\"description\":\"Campaigns"
                + " and the people who make them\"}%n")
        .formatted(i, i);
  }

  /** The same as a YAML document. */
  public static String yaml(int i) {
    return ("---%ndisplayName: Marketing %d%nmailNickname: marketing%d%nmailEnabled: true%n"
            + "securityEnabled: false%ngroupTypes: [Unified]%nvisibility: Private%n"
            + "description: Campaigns and the people who make them%n")
        .formatted(i, i);
  }
}
