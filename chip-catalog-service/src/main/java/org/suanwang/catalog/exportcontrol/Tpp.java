package org.suanwang.catalog.exportcontrol;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The total processing performance: throughput times bit length, dense, at the format where that is
 * most.
 *
 * @param value where it can be
 * @param formats the formats that can be the one that gives it, likeliest first
 * @param arithmetic one line a peak: how it counts, or why not
 * @param assumptions what had to be assumed
 * @param claimIds the claims behind the formats that can give it
 */
public record Tpp(
    Interval value,
    List<String> formats,
    List<String> arithmetic,
    List<String> assumptions,
    List<String> claimIds) {
  public Tpp {
    formats = List.copyOf(formats);
    arithmetic = List.copyOf(arithmetic);
    assumptions = List.copyOf(assumptions);
    claimIds = List.copyOf(claimIds);
  }

  private static final Comparator<Peak> LARGEST_FIRST =
      Comparator.comparing((Peak p) -> p.product().low())
          .reversed()
          .thenComparing(Peak::isFloating, Comparator.reverseOrder())
          .thenComparing(p -> p.bitLengths().getFirst(), Comparator.reverseOrder())
          .thenComparing(Peak::format)
          .thenComparing(Peak::circuit);

  /** Computes it; empty when no peak counts. */
  public static Optional<Tpp> of(List<Peak> peaks) {
    CountedPeaks counted = CountedPeaks.of(peaks);
    return counted.peaks().stream()
        .map(Peak::product)
        .reduce(Interval::max)
        .map(most -> of(counted, counted.isPartOnly() ? Interval.atLeast(most.low()) : most));
  }

  private static Tpp of(CountedPeaks counted, Interval most) {
    List<Peak> leading =
        counted.peaks().stream().filter(p -> reaches(p, most)).sorted(LARGEST_FIRST).toList();
    List<String> lines = new ArrayList<>(counted.peaks().stream().map(Tpp::line).toList());
    lines.addAll(counted.leftOut());
    return new Tpp(
        most,
        leading.stream().map(Peak::format).distinct().toList(),
        lines,
        Stream.concat(leading.stream().flatMap(Tpp::assumptions), counted.assumptions().stream())
            .distinct()
            .toList(),
        leading.stream().flatMap(p -> p.throughput().claimIds().stream()).distinct().toList());
  }

  private static boolean reaches(Peak peak, Interval most) {
    var high = peak.product().high();
    return high == null || high.compareTo(most.low()) >= 0;
  }

  private static String line(Peak peak) {
    return "%s: %s %s x %s = %s TPP"
        .formatted(
            peak.format(),
            peak.throughput().value().text(),
            peak.unit(),
            peak.bitText(),
            peak.product().text());
  }

  private static Stream<String> assumptions(Peak peak) {
    Stream.Builder<String> assumed = Stream.builder();
    if (peak.throughput().value().low().signum() == 0) {
      assumed.add(
          "the %s peak can be %s: a verdict finds its claim suspect"
              .formatted(peak.format(), peak.throughput().value().text()));
    }
    if (peak.sparsity() == Peak.Sparsity.UNSTATED) {
      assumed.add("the " + peak.format() + " peak is dense, which its source does not say");
    }
    if (peak.bitLengths().size() > 1) {
      assumed.add(
          peak.format() + " is counted with " + peak.bitText() + ", as sources count differently");
    }
    if (peak.scope() == Peak.Scope.BOARD) {
      assumed.add("the board is counted as one item");
    }
    return assumed.build();
  }
}
