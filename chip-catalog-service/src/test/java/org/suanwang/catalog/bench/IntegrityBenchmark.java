package org.suanwang.catalog.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.suanwang.catalog.accelerator.CellStatus;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.catalog.Findings;
import org.suanwang.catalog.integrity.IntegrityRules;
import org.suanwang.catalog.provenance.Claim;

/**
 * How many injected errors the integrity rules find in the shipped catalogue, and how often they
 * cry without one. An error counts as found when an ERROR or a WARNING appears about the
 * accelerator that was not there before; a false alarm is a claim of the clean catalogue that one
 * points at.
 */
final class IntegrityBenchmark {
  private static final int INJECTIONS_OF_A_KIND = 400;
  private static final long SEED = 20261125;

  private static final PrintStream OUT = System.out;

  private final Catalog clean;
  private final Findings before;
  private final Trial trial;
  private final Figures figures;

  private IntegrityBenchmark(Catalog clean, Figures figures) {
    this.clean = clean;
    this.before = IntegrityRules.check(clean);
    this.trial = new Trial(clean, before);
    this.figures = figures;
  }

  static void run(Catalog catalog, Figures figures) {
    new IntegrityBenchmark(catalog, figures).run();
  }

  private void run() {
    falseAlarms();
    int found = 0;
    int injected = 0;
    for (InjectedError error : InjectedError.values()) {
      int hits = measure(error);
      report(error.name(), "", hits, INJECTIONS_OF_A_KIND);
      found += hits;
      injected += INJECTIONS_OF_A_KIND;
    }
    report("all kinds", ">= 95 %", found, injected);
  }

  private void report(String errors, String asked, int found, int injected) {
    String result =
        String.format(Locale.ROOT, "%.1f %% (%d of %d)", 100.0 * found / injected, found, injected);
    figures.add("injected errors found, " + errors, asked, result);
  }

  private void falseAlarms() {
    long claims =
        clean.accelerators().stream()
            .mapToLong(a -> clean.findDossier(a.id()).orElseThrow().claims().size())
            .sum();
    Map<String, Integer> byRule = new TreeMap<>();
    Set<String> alarmed = new HashSet<>();
    Set<String> doubted = new HashSet<>();
    before.all().stream()
        .filter(f -> f.severity() != Severity.INFO)
        .forEach(
            f -> {
              byRule.merge(f.rule(), 1, Integer::sum);
              (isDoubted(f.subject()) ? doubted : alarmed).add(f.subject());
            });
    OUT.printf(
        Locale.ROOT,
        "clean catalogue: %d accelerators, %d claims about them; warned of %d that a verdict doubts"
            + " too, and of %d others (%.2f %%): %s%n",
        clean.accelerators().size(),
        claims,
        doubted.size(),
        alarmed.size(),
        100.0 * alarmed.size() / claims,
        byRule);
    figures.add(
        "false alarms on clean claims", "<= 2 %", "%.2f %%", 100.0 * alarmed.size() / claims);
    long silenced =
        before.all().stream().filter(f -> f.message().endsWith(IntegrityRules.SILENCED)).count();
    figures.add("warnings that a verdict silences", "", "%.0f", (double) silenced);
  }

  /** Whether a person who looked at the claim found something wrong or unsure. */
  private boolean isDoubted(String claimId) {
    return clean
        .findDossier(Catalog.subjectOf(claimId))
        .flatMap(d -> d.findVerdict(claimId))
        .filter(v -> v.status() != CellStatus.OK && v.status() != CellStatus.NOT_CHECKED)
        .isPresent();
  }

  private int measure(InjectedError error) {
    var random = new SplittableRandom(SEED + error.name().hashCode());
    List<Claim<Fact>> claims =
        clean.accelerators().stream()
            .flatMap(a -> InjectedError.numbers(clean.findDossier(a.id()).orElseThrow()).stream())
            .toList();
    int hits = 0;
    int done = 0;
    List<String> missed = new ArrayList<>();
    while (done < INJECTIONS_OF_A_KIND) {
      String id = claims.get(random.nextInt(claims.size())).subject();
      Dossier dossier = clean.findDossier(id).orElseThrow();
      Optional<List<Claim<Fact>>> spoiled = error.inject(dossier, random);
      if (spoiled.isPresent()) {
        done++;
        if (trial.finds(id, spoiled.get())) {
          hits++;
        } else {
          missed.add(spoiled.get().getFirst().id());
        }
      }
    }
    if (Boolean.getBoolean("missed")) {
      OUT.println(error + " missed " + missed);
    }
    return hits;
  }
}
