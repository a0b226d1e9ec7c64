package org.suanwang.catalog.load;

import java.time.LocalDate;

/** What a package says of itself, before it says anything else. */
record PackageHead(String id, String version, String title, String licence, LocalDate released) {
  private static final int VERSION_LENGTH_MAX = 50;

  static PackageHead read(YamlMap map) {
    var head =
        new PackageHead(
            map.text("id"),
            map.text("version"),
            map.text("title"),
            map.text("licence"),
            map.date("released"));
    SubjectFile.requireSlug(map, "id", head.id());
    if (head.version().length() > VERSION_LENGTH_MAX) {
      map.violate(
          "version",
          head.version(),
          "must have at most " + VERSION_LENGTH_MAX + " characters",
          "shorten it");
    }
    return head;
  }

  /** How a version names its cause. */
  String name() {
    return id + " " + version;
  }
}
