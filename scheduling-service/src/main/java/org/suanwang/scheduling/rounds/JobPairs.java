package org.suanwang.scheduling.rounds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Pairs of jobs from pairs of classes: few pairs with much time each, because rounds are too coarse
 * for many with little, and for each job its part of what its class has. The jobs of two classes
 * are laid end to end, each as long as its time, one class beside the other, and those that lie
 * side by side are the pairs; a class with itself is folded in the middle.
 */
final class JobPairs {
  /** Times below this are rounding. */
  private static final double TIME_MIN = 1e-9;

  private final int deviceTypes;
  private final Map<Long, double[]> shares = new TreeMap<>();

  /** A job's piece of a line. */
  private record Piece(int job, double time) {}

  private JobPairs(int deviceTypes) {
    this.deviceTypes = deviceTypes;
  }

  static List<Shares.Pair> of(
      JobClasses classes, double[] parts, List<ClassShares.Pairing> pairings, int deviceTypes) {
    JobPairs pairs = new JobPairs(deviceTypes);
    for (ClassShares.Pairing pairing : pairings) {
      int[] first = classes.members().get(pairing.first());
      int[] second = classes.members().get(pairing.second());
      if (pairing.first() == pairing.second()) {
        List<Piece> folded = line(first, parts, 2 * pairing.time());
        pairs.join(
            cut(folded, 0, pairing.time()),
            cut(folded, pairing.time(), 2 * pairing.time()),
            pairing.deviceType());
      } else {
        pairs.join(
            line(first, parts, pairing.time()),
            line(second, parts, pairing.time()),
            pairing.deviceType());
      }
    }
    return pairs.shares.entrySet().stream()
        .map(
            e ->
                new Shares.Pair(
                    (int) (e.getKey() >> Integer.SIZE), e.getKey().intValue(), e.getValue()))
        .toList();
  }

  private static List<Piece> line(int[] jobs, double[] parts, double length) {
    List<Piece> line = new ArrayList<>();
    for (int job : jobs) {
      line.add(new Piece(job, parts[job] * length));
    }
    return line;
  }

  private static List<Piece> cut(List<Piece> line, double from, double to) {
    List<Piece> pieces = new ArrayList<>();
    double at = 0;
    for (Piece piece : line) {
      double time = Math.min(to, at + piece.time()) - Math.max(from, at);
      if (time > 0) {
        pieces.add(new Piece(piece.job(), time));
      }
      at += piece.time();
    }
    return pieces;
  }

  private void join(List<Piece> line, List<Piece> beside, int deviceType) {
    int i = 0;
    int j = 0;
    double usedOfLine = 0;
    double usedBeside = 0;
    while (i < line.size() && j < beside.size()) {
      double leftOfLine = line.get(i).time() - usedOfLine;
      double leftBeside = beside.get(j).time() - usedBeside;
      double time = Math.min(leftOfLine, leftBeside);
      add(line.get(i).job(), beside.get(j).job(), deviceType, time);
      usedOfLine = leftOfLine <= time ? 0 : usedOfLine + time;
      usedBeside = leftBeside <= time ? 0 : usedBeside + time;
      i += leftOfLine <= time ? 1 : 0;
      j += leftBeside <= time ? 1 : 0;
    }
  }

  /** A job beside itself, with more than half of its class's time, gets nothing for that. */
  private void add(int one, int other, int deviceType, double time) {
    if (time > TIME_MIN && one != other) {
      long key = ((long) Math.min(one, other) << Integer.SIZE) | Math.max(one, other);
      shares.computeIfAbsent(key, k -> new double[deviceTypes])[deviceType] += time;
    }
  }
}
