package org.suanwang.catalog.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.CatalogContent;
import org.suanwang.catalog.catalog.DataPackage;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.check.Violation;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.measure.Unit;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Recorded;

/**
 * A small package "first", with a chip, its maker and a sheet that says things, and room for more.
 */
final class SmallPackages {
  static final String HEAD = "id: chip\nname: Chip\naliases: []\nvendor: maker\n";
  static final Recorded RECORDED = new Recorded("first 1", LocalDate.of(2026, 1, 2));

  private final Map<String, String> files = new HashMap<>();

  SmallPackages() {
    put(
        "first/sources/sheet.yaml",
        "id: sheet\ntitle: A sheet\npublisher: Maker\ntier: PRESS\ndate: 2025-06\n");
    put("first/vendors/maker.yaml", "id: maker\nname: Maker\naliases: [厂商]\ncountry: CN\n");
    chip("{power: 300 W}");
    manifest("first", "sources/sheet.yaml", "vendors/maker.yaml", "accelerators/chip.yaml");
  }

  void put(String file, String... parts) {
    files.put(file, String.join("", parts));
  }

  String file(String name) {
    return Optional.ofNullable(files.get(name)).orElseThrow();
  }

  void manifest(String id, String... listed) {
    put(
        id + "/package.yaml",
        "id: " + id + "\nversion: \"1\"\ntitle: t\nlicence: l\nreleased: 2026-01-02\nfiles:\n",
        "  - " + String.join("\n  - ", listed) + "\n");
  }

  static String statements(String says) {
    return "statements:\n  - source: sheet\n    place: page 1\n    says: " + says + "\n";
  }

  /** What the sheet says about the chip; it stands in line 9. */
  void chip(String says) {
    put("first/accelerators/chip.yaml", HEAD, "scope: BOARD\n", statements(says));
  }

  List<DataPackage> load(String... packages) {
    var loader = new DataPackageLoader(name -> Optional.ofNullable(files.get(name)));
    return Stream.of(packages).map(loader::load).toList();
  }

  CatalogContent first() {
    return load("first").getFirst().content();
  }

  Claim<Fact> only() {
    assertThat(first().claims()).hasSize(1);
    return first().claims().getFirst();
  }

  List<Violation> violations(String... packages) {
    var thrown = new InvalidInputException[1];
    assertThatThrownBy(() -> load(packages))
        .isInstanceOfSatisfying(InvalidInputException.class, e -> thrown[0] = e);
    return thrown[0].violations();
  }

  static Quantity value(String number, Unit unit) {
    return new Quantity.Value(new BigDecimal(number), unit);
  }
}
