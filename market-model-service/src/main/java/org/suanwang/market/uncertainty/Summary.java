package org.suanwang.market.uncertainty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.evaluation.Figure;
import org.suanwang.market.uncertainty.OutputDistribution.Convergence;
import org.suanwang.market.uncertainty.OutputDistribution.DrawnValue;
import org.suanwang.market.uncertainty.OutputDistribution.FailedWorld;
import org.suanwang.market.uncertainty.OutputDistribution.Histogram;
import org.suanwang.market.uncertainty.OutputDistribution.Mean;
import org.suanwang.market.uncertainty.OutputDistribution.Quantile;

/** One output's batches put together, always in the same order. */
final class Summary {
  private static final double UPPER = 0.975;
  private static final double NORMAL_UPPER = 1.959963984540054;
  private static final int BINS = 50;
  private static final double TAIL = 0.005;
  private static final List<Double> HUNDREDTHS =
      IntStream.rangeClosed(0, 100).mapToObj(i -> i / 100.0).toList();

  private final UncertaintyRequest request;
  private final UncertainModel model;
  private final int output;
  private final List<Tally> batches;
  private final LogLinearHistogram histogram;
  private final double @Nullable [] values;

  Summary(
      UncertaintyRequest request,
      UncertainModel model,
      int output,
      List<Tally> batches,
      LogLinearHistogram histogram,
      double @Nullable [] values) {
    this.request = request;
    this.model = model;
    this.output = output;
    this.batches = batches;
    this.histogram = histogram;
    this.values = values;
  }

  OutputDistribution read() {
    Figure figure = model.outputs().get(output);
    var asked = new ArrayList<>(request.quantiles());
    asked.addAll(HUNDREDTHS);
    asked.addAll(List.of(TAIL, 1 - TAIL));
    var order = new OrderStatistics(histogram, values, asked);
    Moments all = moments(batches.size());
    return new OutputDistribution(
        figure.name(),
        figure.label(),
        figure.unit(),
        figure.reading().middle(),
        all.count(),
        batches.stream().mapToLong(Tally::failed).sum(),
        failures(),
        mean(all),
        all.sd(),
        all.min(),
        all.max(),
        values == null ? LogLinearHistogram.ERROR : 0,
        quantiles(order, request.quantiles()),
        bins(order.quantile(TAIL), order.quantile(1 - TAIL)),
        quantiles(order, HUNDREDTHS),
        convergence());
  }

  private Moments moments(int prefix) {
    Moments all = Moments.NONE;
    for (Tally batch : batches.subList(0, prefix)) {
      all = all.and(batch.moments());
    }
    return all;
  }

  private boolean isQuasi() {
    return request.method() == SamplingMethod.QUASI_MONTE_CARLO;
  }

  /** Independent worlds tell the error by their spread; even points only by that of scramblings. */
  private double standardError(int prefix) {
    if (!isQuasi()) {
      Moments moments = moments(prefix);
      return moments.count() < 2 ? Double.NaN : moments.sd() / Math.sqrt((double) moments.count());
    }
    double[] means =
        batches.subList(0, prefix).stream()
            .filter(b -> b.moments().count() > 0)
            .mapToDouble(b -> b.moments().mean())
            .toArray();
    return means.length < 2
        ? Double.NaN
        : Moments.of(means, means.length).sd() / Math.sqrt(means.length);
  }

  private Mean mean(Moments all) {
    double error = standardError(batches.size());
    double wide =
        isQuasi()
            ? TDistribution.of(batches.size() - 1).inverseCumulativeProbability(UPPER)
            : NORMAL_UPPER;
    double mean = all.count() == 0 ? Double.NaN : all.mean();
    return new Mean(mean, error, mean - wide * error, mean + wide * error);
  }

  private static List<Quantile> quantiles(OrderStatistics order, List<Double> probabilities) {
    return probabilities.stream().map(p -> new Quantile(p, order.quantile(p))).toList();
  }

  private Histogram bins(double low, double high) {
    double width = (high - low) / BINS;
    long[] counts = new long[BINS + 2];
    if (values == null) {
      histogram.visit(c -> counts[bin((c.low() + c.high()) / 2, low, width)] += c.count());
    } else {
      for (double value : values) {
        if (Double.isFinite(value)) {
          counts[bin(value, low, width)]++;
        }
      }
    }
    List<Long> inside = LongStream.of(Arrays.copyOfRange(counts, 1, BINS + 1)).boxed().toList();
    return new Histogram(low, width, inside, counts[0], counts[BINS + 1]);
  }

  /** 0 for below the first bin, then the bins, then above. The last bin has its high end. */
  private static int bin(double value, double low, double width) {
    if (!(value >= low)) {
      return 0;
    }
    if (width == 0) {
      return value == low ? 1 : BINS + 1;
    }
    double bin = Math.floor((value - low) / width);
    return value <= low + BINS * width ? (int) Math.min(bin, BINS - 1) + 1 : BINS + 1;
  }

  private List<Convergence> convergence() {
    List<Convergence> steps = new ArrayList<>();
    for (int prefix = 1; prefix <= batches.size(); prefix *= 2) {
      Moments moments = moments(prefix);
      if (moments.count() > 0) {
        steps.add(new Convergence(moments.count(), moments.mean(), standardError(prefix)));
      }
    }
    return steps;
  }

  private List<FailedWorld> failures() {
    return batches.stream()
        .flatMap(b -> b.failures().stream())
        .limit(Tally.FAILURES_KEPT)
        .map(this::failure)
        .toList();
  }

  private FailedWorld failure(Tally.Failure failure) {
    List<DrawnValue> drawn = new ArrayList<>();
    for (int i = 0; i < failure.inputs().size(); i++) {
      UncertainInput input = model.inputs().get(i);
      drawn.add(new DrawnValue(input.key(), failure.inputs().get(i), input.unit()));
    }
    return new FailedWorld(failure.world(), drawn, model.explain(output, failure.inputs()));
  }
}
