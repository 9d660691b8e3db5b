package dev.joinedgroups.diagnostics;

import java.io.File;
import java.nio.charset.StandardCharsets;

/** File names in the forms that other programs compare them in. */
final class FileNames {
  private static final String UNRESERVED = "-._~/";

  private FileNames() {}

  /** The name without a leading {@code ./}, as version control lists it. */
  static String withoutDotSlash(String file) {
    String name = file;
    while (name.startsWith("./") && name.length() > 2) {
      name = name.substring(2);
    }
    return name;
  }

  /**
   * The name as a URI reference (RFC 3986): relative as it is, absolute with the scheme {@code
   * file}; everything that is not unreserved is percent-encoded, so a colon never makes a scheme.
   */
  static String uri(String file) {
    String name = withoutDotSlash(file);
    if (File.separatorChar == '\\') {
      name = name.replace('\\', '/');
    }
    StringBuilder out = new StringBuilder();
    if (new File(file).isAbsolute()) {
      out.append(name.startsWith("/") ? "file://" : "file:///");
    }
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      int c = b & 0xFF;
      boolean alphanumeric =
          (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
      if (alphanumeric || UNRESERVED.indexOf(c) >= 0) {
        out.append((char) c);
      } else {
        out.append('%');
        out.append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
        out.append(Character.toUpperCase(Character.forDigit(c & 0xF, 16)));
      }
    }
    return out.toString();
  }
}
