package org.suanwang.scheduling.inference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * How fast one replica is. An iteration either reads prompts, and takes as long as their tokens
 * together tell, or writes one token of each sequence, and takes as long as the number of sequences
 * tells, and what is kept of them.
 *
 * @param prompt seconds by prompt tokens of an iteration
 * @param token seconds by sequences of an iteration
 * @param secondsPerCachedToken on top for each token that is kept of the sequences; 0 where the
 *     measurements do not tell it
 * @param assumed whether it was derived and not measured
 * @param basis where it comes from, for people
 */
public record ReplicaPerformance(
    PerformanceCurve prompt,
    PerformanceCurve token,
    double secondsPerCachedToken,
    boolean assumed,
    String basis) {
  /**
   * From measurements, as Splitwise interpolates them (Patel et al., ISCA 2024): the medians of
   * equal sizes, the prompt's by all tokens of the batch, the answer's by its sequences.
   */
  public static ReplicaPerformance measured(List<MeasuredRow> rows, String basis) {
    return new ReplicaPerformance(
        medians(rows, MeasuredRow::batchTokens, MeasuredRow::promptSeconds),
        medians(rows, MeasuredRow::batchSize, MeasuredRow::tokenSeconds),
        0,
        false,
        basis);
  }

  private static PerformanceCurve medians(
      List<MeasuredRow> rows, ToLongFunction<MeasuredRow> size, ToDoubleFunction<MeasuredRow> of) {
    Map<Long, List<Double>> bySize = new TreeMap<>();
    for (MeasuredRow row : rows) {
      bySize
          .computeIfAbsent(size.applyAsLong(row), s -> new ArrayList<>())
          .add(of.applyAsDouble(row));
    }
    List<PerformanceCurve.Point> points = new ArrayList<>();
    bySize.forEach((at, values) -> points.add(new PerformanceCurve.Point(at, median(values))));
    return new PerformanceCurve(points);
  }

  private static double median(List<Double> values) {
    Collections.sort(values);
    int middle = values.size() / 2;
    return values.size() % 2 == 1
        ? values.get(middle)
        : (values.get(middle - 1) + values.get(middle)) / 2;
  }

  /** From the peaks of the devices and stated efficiencies. */
  public static ReplicaPerformance assumed(Roofline roofline) {
    return new ReplicaPerformance(
        roofline.curve(),
        roofline.curve(),
        roofline.cacheSecondsPerToken(),
        true,
        "roofline at "
            + roofline.flopEfficiency()
            + " of the peak FLOP/s and "
            + roofline.bandwidthEfficiency()
            + " of the peak bandwidth");
  }

  /** Seconds of an iteration that reads prompts of so many tokens together. */
  public double promptSeconds(double tokens) {
    return prompt.seconds(tokens);
  }

  /**
   * Seconds of an iteration that writes one token of each sequence.
   *
   * @param cachedTokens that are kept of all of them together
   */
  public double tokenSeconds(double sequences, double cachedTokens) {
    return token.seconds(sequences) + secondsPerCachedToken * cachedTokens;
  }
}
