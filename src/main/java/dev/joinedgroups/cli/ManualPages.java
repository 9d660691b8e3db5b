package dev.joinedgroups.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The manual: a page for each of the program's names, and one for every command. */
final class ManualPages {
  private ManualPages() {}

  /**
   * Writes the manual, as the build does.
   *
   * @param arguments the folder to write to
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    for (Map.Entry<String, String> page : pages().entrySet()) {
      Files.writeString(folder.resolve(page.getKey()), page.getValue());
    }
  }

  /** All pages, by the names of their files. */
  static Map<String, String> pages() {
    List<CommandModel> models = Commands.all();
    String version = Version.number();
    String date = Version.date();
    Map<String, String> pages = new LinkedHashMap<>();
    for (String name : List.of("groups", "joined-groups")) {
      pages.put(name + ".1", ManualPage.overview(name, models, version, date));
    }
    for (CommandModel model : models) {
      pages.put(ManualPage.fileName(model.name()) + ".1", ManualPage.of(model, version, date));
    }
    return pages;
  }
}
