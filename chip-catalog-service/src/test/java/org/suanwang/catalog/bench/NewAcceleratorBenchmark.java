package org.suanwang.catalog.bench;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.accelerator.CellStatus;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.catalog.Findings;
import org.suanwang.catalog.integrity.IntegrityRules;
import org.suanwang.catalog.provenance.Basis;
import org.suanwang.catalog.provenance.Claim;

/**
 * What the rules are worth on the day on which an accelerator is new: each accelerator in turn
 * loses all its claims but those of the one source that says most about it, and all its verdicts;
 * the others stay as they are. In a second round every other column is missing too.
 */
final class NewAcceleratorBenchmark {
  /** Sources that say less are no table. */
  private static final int NUMBERS_MIN = 3;

  private static final int INJECTIONS_OF_A_KIND = 300;
  private static final long SEED = 20261129;
  private static final PrintStream OUT = System.out;

  private final Catalog shipped;
  private final Findings shippedFindings;
  private final boolean halved;
  private final Figures figures;

  private NewAcceleratorBenchmark(
      Catalog shipped, Findings shippedFindings, boolean halved, Figures figures) {
    this.shipped = shipped;
    this.shippedFindings = shippedFindings;
    this.halved = halved;
    this.figures = figures;
  }

  static void run(Catalog shipped, Figures figures) {
    Findings findings = IntegrityRules.check(shipped);
    new NewAcceleratorBenchmark(shipped, findings, false, figures).run();
    new NewAcceleratorBenchmark(shipped, findings, true, figures).run();
  }

  private void run() {
    List<Dossier> rows =
        shipped.accelerators().stream()
            .map(a -> asNew(shipped.findDossier(a.id()).orElseThrow()))
            .flatMap(Optional::stream)
            .toList();
    falseAlarms(rows);
    int found = 0;
    for (InjectedError error : InjectedError.values()) {
      int hits = measure(error, rows);
      figures.add(title("errors found, " + error), "", percent(hits, INJECTIONS_OF_A_KIND));
      found += hits;
    }
    int injected = INJECTIONS_OF_A_KIND * InjectedError.values().length;
    figures.add(title("errors found, all kinds"), ">= 95 %", percent(found, injected));
  }

  private String title(String what) {
    return "new accelerator" + (halved ? ", half its columns" : "") + ": " + what;
  }

  private static String percent(long part, long whole) {
    return String.format(Locale.ROOT, "%.1f %% (%d of %d)", 100.0 * part / whole, part, whole);
  }

  /** The accelerator as one source tells of it; empty where none tells enough. */
  private Optional<Dossier> asNew(Dossier dossier) {
    List<Claim<Fact>> numbers = InjectedError.numbers(dossier);
    Map<String, Long> counts =
        numbers.stream().collect(groupingBy(Claim::sourceId, TreeMap::new, counting()));
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue(Comparator.<Long>naturalOrder()))
        .filter(most -> most.getValue() >= NUMBERS_MIN)
        .map(most -> reduced(dossier, numbers, most.getKey()));
  }

  private Dossier reduced(Dossier dossier, List<Claim<Fact>> numbers, String sourceId) {
    Set<String> ids = numbers.stream().map(Claim::id).collect(toSet());
    var random = new SplittableRandom(SEED + dossier.subject().id().hashCode());
    List<Claim<Fact>> kept =
        dossier.claims().stream()
            .filter(c -> c.sourceId().equals(sourceId))
            .filter(dossier::isCredible)
            .filter(NewAcceleratorBenchmark::standsAlone)
            .filter(c -> !ids.contains(c.id()) || !halved || random.nextBoolean())
            .toList();
    Set<String> judged = dossier.verdicts().stream().map(v -> v.claimId()).collect(toSet());
    return Trial.dossier(dossier, kept, judged);
  }

  /** Whether the claim can be made where nothing else is known: it builds on no other. */
  private static boolean standsAlone(Claim<Fact> claim) {
    boolean isSparse =
        claim.content().attribute() instanceof Throughput t && t.sparsity() == Sparsity.SPARSE_2_4;
    return claim.basis().correctedClaim().isEmpty()
        && !(claim.basis() instanceof Basis.Derived)
        && claim.content().attribute() != Plain.TOTAL_PROCESSING_PERFORMANCE
        && !isSparse;
  }

  private void falseAlarms(List<Dossier> rows) {
    Map<String, Integer> byRule = new TreeMap<>();
    int claims = 0;
    int alarms = 0;
    int doubted = 0;
    for (Dossier row : rows) {
      claims += row.claims().size();
      Map<String, List<Finding>> warned =
          warnings(row).stream().collect(groupingBy(Finding::subject));
      for (var about : warned.entrySet()) {
        if (isDoubted(about.getKey())) {
          doubted++;
        } else {
          alarms++;
          about.getValue().forEach(f -> byRule.merge(f.rule(), 1, Integer::sum));
          if (Boolean.getBoolean("alarms")) {
            about.getValue().forEach(OUT::println);
          }
        }
      }
    }
    OUT.printf(
        Locale.ROOT,
        "%d accelerators as new, %d claims; warned of %d that a verdict doubts, and of others: %s%n",
        rows.size(),
        claims,
        doubted,
        byRule);
    figures.add(title("false alarms"), "<= 2 %", percent(alarms, claims));
  }

  private List<Finding> warnings(Dossier row) {
    String id = row.subject().id();
    return IntegrityRules.recheck(shippedFindings, shipped.replacing(row), List.of(id))
        .all()
        .stream()
        .takeWhile(f -> f.severity() != Severity.INFO)
        .filter(f -> Catalog.subjectOf(f.subject()).equals(id))
        .toList();
  }

  /** Whether a person who looked at the claim found something wrong or unsure. */
  private boolean isDoubted(String claimId) {
    return shipped
        .findDossier(Catalog.subjectOf(claimId))
        .flatMap(d -> d.findVerdict(claimId))
        .filter(v -> v.status() != CellStatus.OK && v.status() != CellStatus.NOT_CHECKED)
        .isPresent();
  }

  private int measure(InjectedError error, List<Dossier> rows) {
    var random = new SplittableRandom(SEED + error.name().hashCode());
    int hits = 0;
    int done = 0;
    while (done < INJECTIONS_OF_A_KIND) {
      Dossier row = rows.get(random.nextInt(rows.size()));
      Optional<List<Claim<Fact>>> spoiled = error.inject(row, random);
      if (spoiled.isPresent()) {
        done++;
        String id = row.subject().id();
        Catalog clean = shipped.replacing(row);
        var trial = new Trial(clean, IntegrityRules.recheck(shippedFindings, clean, List.of(id)));
        if (trial.finds(id, spoiled.get())) {
          hits++;
        } else if (Boolean.getBoolean("missed")) {
          OUT.println(error + " missed " + spoiled.get());
        }
      }
    }
    return hits;
  }
}
