package org.suanwang.catalog.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.accelerator.CellStatus;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Named;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Scenario;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Resolved;
import org.suanwang.catalog.catalog.Specification.PeakThroughput;
import org.suanwang.catalog.exportcontrol.ChipFacts;
import org.suanwang.catalog.exportcontrol.Interval;
import org.suanwang.catalog.exportcontrol.Peak;
import org.suanwang.catalog.exportcontrol.Sourced;
import org.suanwang.catalog.exportcontrol.Statement;
import org.suanwang.catalog.exportcontrol.Truth;
import org.suanwang.catalog.provenance.Claim;

/** Reads out of a dossier what export rules ask for; where sources differ, all that they say. */
public final class ExportFacts {
  /** Bit lengths by format; two where readers of the rules differ. */
  private static final Map<Precision, List<Integer>> BITS =
      Map.ofEntries(
          Map.entry(Precision.FP64, List.of(64)),
          Map.entry(Precision.FP32, List.of(32)),
          Map.entry(Precision.TF32, List.of(19, 32)),
          Map.entry(Precision.FP16, List.of(16)),
          Map.entry(Precision.BF16, List.of(16)),
          Map.entry(Precision.FP8, List.of(8)),
          Map.entry(Precision.FP6, List.of(6)),
          Map.entry(Precision.FP4, List.of(4)),
          Map.entry(Precision.INT32, List.of(32)),
          Map.entry(Precision.CINT32, List.of(32)),
          Map.entry(Precision.INT16, List.of(16)),
          Map.entry(Precision.INT8, List.of(8)),
          Map.entry(Precision.INT4, List.of(4)));

  /** Both directions of sixteen lanes, in GB/s, by generation; the largest when none is known. */
  private static final Map<String, String> HOST_GIGABYTES_PER_SECOND =
      Map.of("3", "32", "4", "64", "5", "128", "6", "256");

  /** What vendors call the circuits that multiply matrices. */
  private static final Set<String> MATRIX_CORES =
      Set.of("tensor", "tensorcore", "matrix", "cube", "davinci", "xmx", "mme", "neuroncore");

  /** Formats that a peak of unstated circuits can have from vector circuits alone. */
  private static final Set<Precision> WIDE =
      Set.of(Precision.FP64, Precision.FP32, Precision.INT32);

  /** What is claimed of cards that are linked to nothing but their host. */
  private static final String NO_LINKS = "none";

  private static final Pattern ON_CHIP = Pattern.compile("(?i)sram|on-chip|on-die");
  private static final Pattern OFF_CHIP = Pattern.compile("(?i)dram|hbm|ddr");
  private static final String HOST_DEFAULT = "128";
  private static final Pattern GENERATION = Pattern.compile("(?i)pcie?\\s*(?:gen)?\\s*(\\d)");

  /** From 16 nm down transistors are fins; from 20 nm up they are planar. */
  private static final double FIN_NODE_MAX = 16;

  private final Dossier dossier;

  private ExportFacts(Dossier dossier) {
    this.dossier = dossier;
  }

  public static ChipFacts of(Dossier dossier) {
    return new ExportFacts(dossier).read();
  }

  private ChipFacts read() {
    boolean isMore = hasMatrixCircuitsOfUnknownPeak();
    List<Peak> peaks = new ArrayList<>();
    for (PeakThroughput peak : dossier.specification().throughputs()) {
      // A peak without a format has no bit length.
      if (BITS.containsKey(peak.of().precision())) {
        peaks.add(peak(peak, isMore));
      }
    }
    return new ChipFacts(
        dossier.subject().id(),
        peaks,
        sourced(Plain.DIE_AREA),
        nonPlanar(),
        io(),
        dram(),
        null,
        dataCentre());
  }

  /**
   * Whether there are matrix circuits and nobody claims what they reach: the peaks known are least.
   */
  private boolean hasMatrixCircuitsOfUnknownPeak() {
    boolean hasMatrixCircuits =
        dossier.credibleClaims().stream().anyMatch(c -> isMatrixCores(c.content().attribute()));
    return hasMatrixCircuits
        && dossier.specification().throughputs().stream()
            .noneMatch(ExportFacts::isOfMatrixCircuits);
  }

  private static boolean isMatrixCores(Attribute attribute) {
    return attribute instanceof Named named
        && named.family() == Named.Family.CORES
        && MATRIX_CORES.contains(named.name().toLowerCase(Locale.ROOT));
  }

  private static boolean isOfMatrixCircuits(PeakThroughput peak) {
    Throughput of = peak.of();
    return of.sparsity() != Sparsity.SPARSE_2_4
        && (of.circuit() == Circuit.MATRIX
            || (of.circuit() == Circuit.UNSTATED && !WIDE.contains(of.precision())));
  }

  private Peak peak(PeakThroughput peak, boolean isLeast) {
    Throughput of = peak.of();
    return new Peak(
        of.precision().name(),
        BITS.getOrDefault(of.precision(), List.of()),
        new Sourced(possible(peak.peak(), isLeast), peak.peak().claimIds()),
        of.precision().isFloating(),
        Peak.Circuit.valueOf(of.circuit().name()),
        sparsity(peak),
        switch (of.scope()) {
          case DIE -> Peak.Scope.DIE;
          case PACKAGE -> Peak.Scope.PACKAGE;
          case BOARD, SYSTEM -> Peak.Scope.BOARD;
        });
  }

  /**
   * A number that looks wrong, and that nobody could put right, is no ground to hold anything
   * controlled. Beside a sound peak it can be anything up to itself; alone it says nothing.
   */
  private Interval possible(Resolved peak, boolean isLeast) {
    Interval known = interval(peak);
    if (isSuspect(peak)) {
      return hasSoundPeak() ? new Interval(BigDecimal.ZERO, known.high()) : Interval.ANY;
    }
    return isLeast ? Interval.atLeast(known.low()) : known;
  }

  private boolean hasSoundPeak() {
    return dossier.specification().throughputs().stream()
        .anyMatch(p -> BITS.containsKey(p.of().precision()) && !isSuspect(p.peak()));
  }

  private boolean isSuspect(Resolved number) {
    return number.claimIds().stream()
        .map(dossier::findVerdict)
        .allMatch(v -> v.filter(x -> x.status() == CellStatus.SUSPECT).isPresent());
  }

  /** A peak is dense when one of the claims behind it says so. */
  private Peak.Sparsity sparsity(PeakThroughput peak) {
    if (peak.of().sparsity() == Sparsity.SPARSE_2_4) {
      return Peak.Sparsity.SPARSE;
    }
    boolean stated =
        peak.peak().claimIds().stream()
            .flatMap(id -> dossier.findClaim(id).stream())
            .anyMatch(
                c ->
                    c.content().attribute() instanceof Throughput t
                        && t.sparsity() == Sparsity.DENSE);
    return stated ? Peak.Sparsity.DENSE : Peak.Sparsity.UNSTATED;
  }

  private static Interval interval(Resolved r) {
    return r.bound() != null && !r.bound().isUpper()
        ? Interval.atLeast(r.low())
        : new Interval(r.low(), r.high());
  }

  private @Nullable Sourced sourced(Attribute attribute) {
    Resolved r = dossier.specification().number(attribute);
    return r == null ? null : new Sourced(interval(r), r.claimIds());
  }

  /** Rules count DRAM: memory on the chip is none, and a suspect rate can be of such. */
  private @Nullable Sourced dram() {
    Resolved rate = dossier.specification().number(Plain.MEMORY_BANDWIDTH);
    if (rate == null) {
      return null;
    }
    String type = dossier.specification().text(Plain.MEMORY_TYPE);
    if (type != null && ON_CHIP.matcher(type).find() && !OFF_CHIP.matcher(type).find()) {
      return new Sourced(Interval.of(BigDecimal.ZERO), claims(Plain.MEMORY_TYPE));
    }
    Interval known = interval(rate);
    return new Sourced(
        isSuspect(rate) ? new Interval(BigDecimal.ZERO, known.high()) : known, rate.claimIds());
  }

  /** What devices are linked by, and what the link to the host can add to it. */
  private @Nullable Sourced io() {
    Resolved links = dossier.specification().number(Plain.INTERCONNECT_BANDWIDTH);
    if (links == null) {
      return hasNoLinks()
          ? new Sourced(
              new Interval(BigDecimal.ZERO, hostGigabytesPerSecond()), claims(Plain.INTERCONNECT))
          : null;
    }
    Interval known = interval(links);
    BigDecimal high = known.high();
    return new Sourced(
        high == null ? known : new Interval(known.low(), high.add(hostGigabytesPerSecond())),
        links.claimIds());
  }

  private boolean hasNoLinks() {
    return NO_LINKS.equals(dossier.specification().text(Plain.INTERCONNECT));
  }

  private BigDecimal hostGigabytesPerSecond() {
    String host = dossier.specification().text(Plain.HOST_INTERFACE);
    Matcher generation = GENERATION.matcher(host == null ? "" : host);
    String rate =
        generation.find()
            ? HOST_GIGABYTES_PER_SECOND.getOrDefault(generation.group(1), HOST_DEFAULT)
            : HOST_DEFAULT;
    return new BigDecimal(rate);
  }

  private Statement nonPlanar() {
    return statement(Plain.PROCESS, ExportFacts::nonPlanar);
  }

  private static Truth nonPlanar(String process) {
    String plain = process.toLowerCase(Locale.ROOT);
    if (plain.contains("finfet") || plain.contains("gate-all-around")) {
      return Truth.YES;
    }
    return ProcessNode.read(process)
        .map(node -> node.smallest() <= FIN_NODE_MAX ? Truth.YES : Truth.NO)
        .orElse(Truth.UNKNOWN);
  }

  /** Who sells an accelerator for training large models sells it for data centres. */
  private Statement dataCentre() {
    Statement segment =
        statement(Plain.MARKET_SEGMENT, s -> s.contains("DATACENTER") ? Truth.YES : Truth.NO);
    boolean trains = dossier.specification().scenarios().contains(Scenario.TRAINING);
    return segment.truth() == Truth.UNKNOWN && trains
        ? new Statement(Truth.YES, claims(Plain.SCENARIO))
        : segment;
  }

  private List<String> claims(Plain attribute) {
    return dossier.credibleClaims().stream()
        .filter(c -> c.content().attribute() == attribute)
        .map(Claim::id)
        .toList();
  }

  private Statement statement(Plain attribute, Function<String, Truth> read) {
    String text = dossier.specification().text(attribute);
    if (text == null) {
      return Statement.UNKNOWN;
    }
    return Optional.of(new Statement(read.apply(text), claims(attribute)))
        .filter(s -> s.truth() != Truth.UNKNOWN)
        .orElse(Statement.UNKNOWN);
  }
}
