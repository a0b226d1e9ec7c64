package org.suanwang.catalog.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.suanwang.catalog.accelerator.Vendor;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.check.Violation;

/**
 * Which vendor a table means by the maker that it prints: by a list of spellings, which tells the
 * country too, or by name and alias of the vendors that are known.
 */
final class Makers {
  private static final String FILE = "makers.yaml";

  private final Map<String, Vendor> bySpelling = new HashMap<>();
  private final Catalog known;

  private Makers(Catalog known) {
    this.known = known;
  }

  static Makers load(PackageFiles files, Catalog known) {
    List<Violation> violations = new ArrayList<>();
    Makers makers = new Makers(known);
    String text = files.find(FILE).orElseThrow(() -> new IllegalStateException("no " + FILE));
    YamlFile.read(FILE, text, violations).orElseThrow().maps("makers").forEach(makers::add);
    if (!violations.isEmpty()) {
      throw new InvalidInputException(violations);
    }
    known.vendors().forEach(makers::add);
    return makers;
  }

  private void add(YamlMap maker) {
    maker.allow("id", "name", "country", "spellings");
    var vendor = new Vendor(maker.text("id"), maker.text("name"), List.of(), maker.text("country"));
    Stream.concat(Stream.of(vendor.name()), maker.texts("spellings").stream())
        .forEach(s -> bySpelling.put(plain(s), vendor));
  }

  private void add(Vendor vendor) {
    Stream.concat(Stream.of(vendor.id(), vendor.name()), vendor.aliases().stream())
        .forEach(s -> bySpelling.putIfAbsent(plain(s), vendor));
  }

  /** The vendor, as it is known where it is. */
  Optional<Vendor> find(String printed) {
    return Optional.ofNullable(bySpelling.get(plain(printed)))
        .map(v -> known.findVendor(v.id()).orElse(v));
  }

  /** A product's name without its maker's before it. */
  String withoutMaker(String name, Vendor maker) {
    return bySpelling.entrySet().stream()
        .filter(e -> e.getValue().id().equals(maker.id()))
        .map(e -> rest(name, e.getKey()))
        .flatMap(Optional::stream)
        .min((a, b) -> Integer.compare(a.length(), b.length()))
        .orElse(name);
  }

  /** What follows after words that are, without their marks, a spelling. */
  private static Optional<String> rest(String name, String spelling) {
    for (int space = name.indexOf(' '); space > 0; space = name.indexOf(' ', space + 1)) {
      if (plain(name.substring(0, space)).equals(spelling)) {
        return Optional.of(name.substring(space + 1).strip());
      }
    }
    return Optional.empty();
  }

  /** Letters and digits only, small: how names are compared. */
  static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
