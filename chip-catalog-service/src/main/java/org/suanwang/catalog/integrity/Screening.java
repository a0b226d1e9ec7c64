package org.suanwang.catalog.integrity;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.CanonicalForm;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CatalogContent;
import org.suanwang.catalog.catalog.DataPackage;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.catalog.Findings;
import org.suanwang.catalog.catalog.ImportReport;
import org.suanwang.catalog.catalog.Increment;
import org.suanwang.catalog.catalog.PackageReader.Reading;
import org.suanwang.catalog.provenance.Claim;

/**
 * Leaves cells of a foreign table out that are so far from all others that a package with them
 * would be refused: a table has no place for a verdict, and one wrong cell is no reason to refuse
 * the other two thousand. The report names each with the reason. A cell with any other error stays
 * in, and the table is refused with it.
 */
public final class Screening {
  private static final int ROUNDS_MAX = 5;

  private Screening() {}

  /**
   * The same reading without such cells. What is left is looked at again, because a cell may be far
   * off only once others are gone; what is still so after some rounds refuses the table.
   *
   * @param known the catalogue that it would be added to
   * @param before what the rules say of that
   */
  public static Reading screen(Reading reading, Catalog known, Findings before) {
    Reading screened = reading;
    for (int round = 0; round < ROUNDS_MAX; round++) {
      Map<String, String> reasons = reasons(screened, known, before);
      if (reasons.isEmpty()) {
        return screened;
      }
      screened = without(screened, reasons);
    }
    return screened;
  }

  /** Why cells are left out, by the ids of their claims. */
  private static Map<String, String> reasons(Reading reading, Catalog known, Findings before) {
    CatalogContent content = reading.data().content();
    CatalogContent increment = Increment.of(known, content);
    Catalog after = known.with(increment);
    Findings found = IntegrityRules.recheck(before, after, Increment.subjects(increment));
    Set<String> offered = increment.claims().stream().map(Claim::id).collect(toSet());
    List<Finding> errors =
        IntegrityRules.news(before, found, after, offered).stream()
            .filter(f -> f.severity() == Severity.ERROR && offered.contains(f.subject()))
            .toList();
    Set<String> wrongElse =
        errors.stream()
            .filter(f -> !IntegrityRules.isFarOff(f))
            .map(Finding::subject)
            .collect(toSet());
    Map<String, String> reasons = new HashMap<>();
    errors.stream()
        .filter(f -> !wrongElse.contains(f.subject()))
        .forEach(f -> reasons.putIfAbsent(f.subject(), f.rule() + ": " + f.message()));
    return reasons;
  }

  private static Reading without(Reading reading, Map<String, String> reasons) {
    DataPackage data = reading.data();
    CatalogContent all = data.content();
    Map<String, Claim<Fact>> left =
        all.claims().stream()
            .filter(c -> reasons.containsKey(c.id()))
            .collect(toMap(Claim::id, c -> c));
    var content =
        new CatalogContent(
            all.sources(),
            all.subjects(),
            all.claims().stream().filter(c -> !left.containsKey(c.id())).toList(),
            all.verdicts());
    var kept =
        new DataPackage(
            data.id(),
            data.version(),
            data.title(),
            data.licence(),
            content,
            CanonicalForm.hash(content),
            data.filesHash());
    List<ImportReport.Row> rows =
        reading.report().rows().stream().map(row -> without(row, left, reasons)).toList();
    return new Reading(kept, new ImportReport(reading.report().columns(), rows));
  }

  private static ImportReport.Row without(
      ImportReport.Row row, Map<String, Claim<Fact>> left, Map<String, String> reasons) {
    List<ImportReport.Cell> cells = new ArrayList<>(row.leftOut());
    row.claims().stream()
        .filter(left::containsKey)
        .map(left::get)
        .forEach(c -> cells.add(cell(c, reasons.getOrDefault(c.id(), ""))));
    return new ImportReport.Row(
        row.line(),
        row.name(),
        row.subject(),
        row.described(),
        row.claims().stream().filter(id -> !left.containsKey(id)).toList(),
        row.notes(),
        cells);
  }

  private static ImportReport.Cell cell(Claim<Fact> claim, String why) {
    String column =
        Optional.ofNullable(claim.locator().column()).orElse(claim.content().attribute().key());
    return new ImportReport.Cell(
        column, Optional.ofNullable(claim.printed()).orElse(""), "left out: " + why);
  }
}
