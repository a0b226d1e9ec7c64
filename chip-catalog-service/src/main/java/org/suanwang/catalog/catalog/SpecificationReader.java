package org.suanwang.catalog.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.catalog.Specification.PeakThroughput;
import org.suanwang.catalog.provenance.Claim;

/** Reads a specification out of the credible claims about one accelerator. */
final class SpecificationReader {
  /** Peaks this close are the same peak, printed with fewer digits. */
  private static final double SAME_PEAK_RATIO_MAX = 1.05;

  private static final List<Circuit> HEADLINE_ORDER =
      List.of(Circuit.MATRIX, Circuit.UNSTATED, Circuit.VECTOR);

  private static final Comparator<Throughput> THROUGHPUT_ORDER =
      Comparator.comparing(Throughput::precision)
          .thenComparing(Throughput::sparsity)
          .thenComparingInt(t -> HEADLINE_ORDER.indexOf(t.circuit()))
          .thenComparing(Throughput::scope);

  private SpecificationReader() {}

  static Specification read(List<Claim<Fact>> claims) {
    Map<Attribute, List<Claim<Fact>>> groups = new HashMap<>();
    List<Claim<Fact>> peaks = new ArrayList<>();
    for (Claim<Fact> claim : claims) {
      Attribute attribute = claim.content().attribute();
      if (attribute instanceof Throughput) {
        peaks.add(claim);
      } else {
        groups.computeIfAbsent(attribute, _ -> new ArrayList<>()).add(claim);
      }
    }
    Map<Attribute, Resolved> numbers = new HashMap<>();
    Map<Attribute, String> texts = new HashMap<>();
    groups.forEach(
        (attribute, group) -> {
          ResolutionRule.resolve(group).ifPresent(r -> numbers.put(attribute, r));
          ResolutionRule.resolveText(group).ifPresent(t -> texts.put(attribute, t));
        });
    return new Specification(throughputs(peaks), numbers, texts);
  }

  private static List<PeakThroughput> throughputs(List<Claim<Fact>> claims) {
    Map<Throughput, List<Claim<Fact>>> groups = new TreeMap<>(THROUGHPUT_ORDER);
    for (Claim<Fact> claim : claims) {
      if (claim.content().attribute() instanceof Throughput t) {
        groups.computeIfAbsent(readAsDense(t), _ -> new ArrayList<>()).add(claim);
      }
    }
    for (Throughput group : List.copyOf(groups.keySet())) {
      statedTwin(group, groups).ifPresent(twin -> merge(group, twin, groups));
    }
    List<PeakThroughput> peaks = new ArrayList<>();
    groups.forEach(
        (of, group) ->
            ResolutionRule.resolve(group).ifPresent(r -> peaks.add(new PeakThroughput(of, r))));
    return peaks;
  }

  private static Throughput readAsDense(Throughput t) {
    return t.sparsity() == Sparsity.UNSTATED
        ? new Throughput(t.precision(), Sparsity.DENSE, t.circuit(), t.scope())
        : t;
  }

  /** The stated circuit whose peak is the one that the unstated claims print too. */
  private static Optional<Throughput> statedTwin(
      Throughput group, Map<Throughput, List<Claim<Fact>>> groups) {
    if (group.circuit() != Circuit.UNSTATED) {
      return Optional.empty();
    }
    return List.of(Circuit.MATRIX, Circuit.VECTOR).stream()
        .map(c -> new Throughput(group.precision(), group.sparsity(), c, group.scope()))
        .filter(stated -> isSamePeak(groups.get(group), groups.get(stated)))
        .findFirst();
  }

  private static boolean isSamePeak(
      @Nullable List<Claim<Fact>> unstated, @Nullable List<Claim<Fact>> stated) {
    if (unstated == null || stated == null) {
      return false;
    }
    Optional<Resolved> one = ResolutionRule.resolve(unstated);
    Optional<Resolved> other = ResolutionRule.resolve(stated);
    if (one.isEmpty() || other.isEmpty()) {
      return false;
    }
    double ratio = one.get().value().doubleValue() / other.get().value().doubleValue();
    return ratio < SAME_PEAK_RATIO_MAX && ratio > 1 / SAME_PEAK_RATIO_MAX;
  }

  private static void merge(
      Throughput from, Throughput into, Map<Throughput, List<Claim<Fact>>> groups) {
    List<Claim<Fact>> moved = groups.remove(from);
    List<Claim<Fact>> stays = groups.get(into);
    if (moved != null && stays != null) {
      stays.addAll(moved);
    }
  }
}
