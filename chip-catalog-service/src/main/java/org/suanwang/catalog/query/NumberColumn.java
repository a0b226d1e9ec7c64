package org.suanwang.catalog.query;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One number of all accelerators of a catalogue, and their order by it. Immutable.
 *
 * <p>Held as doubles: the nearest of two decimals is the same double, so bounds compare as they are
 * written.
 */
final class NumberColumn {
  private final double[] values;
  private final double[] lows;
  private final double[] highs;
  private final boolean hasSpans;
  private final int[] order;
  private final double[] ordered;
  private final long[] known;

  private NumberColumn(double[] values, double[] lows, double[] highs, boolean hasSpans) {
    this.hasSpans = hasSpans;
    this.values = values;
    this.lows = lows;
    this.highs = highs;
    this.order =
        IntStream.range(0, values.length)
            .filter(i -> !Double.isNaN(values[i]))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(i -> i)
            .toArray();
    this.ordered = Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
    this.known = Bits.none(values.length);
    Arrays.stream(order).forEach(i -> Bits.set(known, i));
  }

  /** Numbers without spans; NaN is unknown. */
  static NumberColumn of(double[] values) {
    return new NumberColumn(values, values, values, false);
  }

  /** Numbers with their spans, nothing where unknown. */
  static NumberColumn of(@Nullable Span[] spans) {
    double[] values = column(spans, Span::value);
    double[] lows = column(spans, Span::low);
    double[] highs = column(spans, Span::high);
    return Arrays.equals(values, lows) && Arrays.equals(values, highs)
        ? of(values)
        : new NumberColumn(values, lows, highs, true);
  }

  private interface Part {
    double of(Span span);
  }

  private static double[] column(@Nullable Span[] spans, Part part) {
    double[] numbers = new double[spans.length];
    for (int i = 0; i < numbers.length; i++) {
      Span span = spans[i];
      numbers[i] = span == null ? Double.NaN : part.of(span);
    }
    return numbers;
  }

  /** The number of one accelerator; NaN when unknown. */
  double value(int place) {
    return values[place];
  }

  /** Who has a number. */
  long[] known() {
    return known;
  }

  /** Those with a number, ordered by it, equal ones by place. */
  int[] order() {
    return order;
  }

  /** The first place of the order with a number not below this one. */
  int firstFrom(double number) {
    int low = 0;
    int high = ordered.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ordered[middle] < number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Behind the last place of the order with the same number as at this one. */
  int endOfGroup(int from) {
    int end = from + 1;
    while (end < ordered.length && ordered[end] == ordered[from]) {
      end++;
    }
    return end;
  }

  /** The first place of the order with the same number as at this one. */
  int startOfGroup(int last) {
    int start = last;
    while (start > 0 && ordered[start - 1] == ordered[last]) {
      start--;
    }
    return start;
  }

  /** Who lies in a range, both ends included. */
  long[] within(double min, double max, Match match) {
    if (match == Match.RESOLVED || !hasSpans) {
      return within(min, max);
    }
    long[] bits = Bits.none(values.length);
    for (int place : order) {
      boolean isMatch =
          match == Match.POSSIBLE
              ? highs[place] >= min && lows[place] <= max
              : lows[place] >= min && highs[place] <= max;
      if (isMatch) {
        Bits.set(bits, place);
      }
    }
    return bits;
  }

  private long[] within(double min, double max) {
    int from = firstFrom(min);
    int to = max == Double.POSITIVE_INFINITY ? order.length : firstFrom(Math.nextUp(max));
    if (to - from > order.length / 2) {
      long[] bits = known.clone();
      clear(bits, 0, from);
      clear(bits, to, order.length);
      return bits;
    }
    long[] bits = Bits.none(values.length);
    for (int i = from; i < to; i++) {
      Bits.set(bits, order[i]);
    }
    return bits;
  }

  private void clear(long[] bits, int from, int to) {
    for (int i = from; i < to; i++) {
      bits[order[i] / Long.SIZE] &= ~(1L << order[i] % Long.SIZE);
    }
  }
}
