package dev.joinedgroups.auth;

/** Which hosts are this machine itself, decided by name: nothing is looked up. */
final class Loopback {
  private Loopback() {}

  /**
   * Whether a host of a URI is {@code localhost}, in 127.0.0.0/8 or {@code ::1}.
   *
   * @param host in lower case
   */
  static boolean is(String host) {
    if (host.equals("localhost") || host.equals("[::1]") || host.equals("::1")) {
      return true;
    }
    if (!host.startsWith("127.")) {
      return false;
    }
    int dots = 0;
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (c == '.') {
        dots++;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    return dots == 3;
  }
}
