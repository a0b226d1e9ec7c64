package org.suanwang.market.uncertainty;

import java.util.Arrays;
import org.suanwang.market.check.InvalidInputException;

/**
 * Counts values in cells that are one part in {@value #CELLS} of a power of two wide, whatever
 * their magnitude (the principle of HdrHistogram). So a value is known to within {@link #ERROR} of
 * itself however many there are; and because counts are whole numbers, it makes no difference in
 * which order histograms are joined. Memory grows with the magnitudes seen, 16 KiB each, not with
 * the number of values. Not safe for threads.
 */
final class LogLinearHistogram {
  /** Cells a power of two. */
  static final int CELLS = 2048;

  /** How far a value may lie from what its cell says, relative to itself. */
  static final double ERROR = 1.0 / CELLS;

  private static final int OCTAVES = 4096;
  private static final int OCTAVE_SHIFT = 52;
  private static final int CELL_SHIFT = 41;
  private static final int SIGN = 2048;

  /** By sign and exponent; null where there are none. */
  private final long[][] counts = new long[OCTAVES][];

  private final Room room;

  private long total;

  /** How many more magnitudes several histograms together may come to hold: at most 33 MiB. */
  static final class Room {
    private static final int OCTAVES_HELD_MAX = 2100;

    private int left = OCTAVES_HELD_MAX;

    private void take() {
      left--;
      if (left < 0) {
        throw new InvalidInputException(
            "outputs",
            "values of more than " + OCTAVES_HELD_MAX + " powers of two, over all outputs",
            "must not spread so far, because each magnitude takes memory",
            "ask for fewer outputs, or truncate what makes them spread");
      }
    }
  }

  LogLinearHistogram(Room room) {
    this.room = room;
  }

  void add(double[] values, int n) {
    for (int i = 0; i < n; i++) {
      long bits = Double.doubleToRawLongBits(values[i]);
      octave((int) (bits >>> OCTAVE_SHIFT))[(int) (bits >>> CELL_SHIFT) & (CELLS - 1)]++;
    }
    total += n;
  }

  private long[] octave(int index) {
    long[] octave = counts[index];
    if (octave == null) {
      room.take();
      octave = new long[CELLS];
      counts[index] = octave;
    }
    return octave;
  }

  void add(LogLinearHistogram other) {
    for (int o = 0; o < OCTAVES; o++) {
      long[] from = other.counts[o];
      if (from != null) {
        long[] to = octave(o);
        Arrays.setAll(to, c -> to[c] + from[c]);
      }
    }
    total += other.total;
  }

  long total() {
    return total;
  }

  /** A cell: its number in rising order of values, and how many values are in it and before it. */
  record Cell(int number, long count, long before) {
    /** The lowest value that it can hold. */
    double low() {
      return Math.min(edge(number), edge(number + 1));
    }

    double high() {
      return Math.max(edge(number), edge(number + 1));
    }

    /** Cells of negative values are numbered backwards, -1 next to zero. */
    private static double edge(int number) {
      int magnitude = number < 0 ? -number : number;
      double edge = Double.longBitsToDouble((long) magnitude << CELL_SHIFT);
      return Math.copySign(Math.min(edge, Double.MAX_VALUE), number);
    }
  }

  /** The cell's number of a value. */
  static int number(double value) {
    long bits = Double.doubleToRawLongBits(value);
    int magnitude = (int) ((bits & Long.MAX_VALUE) >>> CELL_SHIFT);
    return bits < 0 ? -1 - magnitude : magnitude;
  }

  /** Hears of each cell that holds values, in rising order. */
  interface Visitor {
    void visit(Cell cell);
  }

  void visit(Visitor visitor) {
    long before = 0;
    for (int o = SIGN - 1; o >= 0; o--) {
      before = visit(o + SIGN, true, before, visitor);
    }
    for (int o = 0; o < SIGN; o++) {
      before = visit(o, false, before, visitor);
    }
  }

  private long visit(int octave, boolean negative, long start, Visitor visitor) {
    long before = start;
    long[] cells = counts[octave];
    for (int i = 0; cells != null && i < CELLS; i++) {
      int cell = negative ? CELLS - 1 - i : i;
      if (cells[cell] > 0) {
        int magnitude = (octave & (SIGN - 1)) * CELLS + cell;
        visitor.visit(new Cell(negative ? -1 - magnitude : magnitude, cells[cell], before));
        before += cells[cell];
      }
    }
    return before;
  }
}
