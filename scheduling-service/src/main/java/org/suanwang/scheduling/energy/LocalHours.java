package org.suanwang.scheduling.energy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * Which hour of the local day each second of a run falls into. A zone keeps one offset from one
 * transition of the tz database to the next; there are at most a few a year, so a time of any
 * length is a few pieces of whole days and rests. Local seconds are counted from the local midnight
 * before second 0 and jump where clocks are changed.
 */
public final class LocalHours {
  static final long HOUR_SECONDS = 3_600;
  static final long DAY_SECONDS = EnergyTerms.HOURS * HOUR_SECONDS;

  private final long[] pieceStarts;
  private final long[] localOfZero;

  /** Takes a piece of time in local seconds. */
  @FunctionalInterface
  interface PieceReader {
    void read(long fromLocal, long toLocal);
  }

  /**
   * The hours of a run.
   *
   * @param epoch the instant of second 0
   * @param untilSeconds where it ends
   */
  public LocalHours(Instant epoch, ZoneId zone, long untilSeconds) {
    ZoneRules rules = zone.getRules();
    List<Long> starts = new ArrayList<>(List.of(0L));
    List<Long> shifts = new ArrayList<>(List.of(shift(epoch, rules.getOffset(epoch))));
    Instant end = epoch.plusSeconds(untilSeconds);
    ZoneOffsetTransition next = rules.nextTransition(epoch);
    while (next != null && next.getInstant().isBefore(end)) {
      starts.add(next.getInstant().getEpochSecond() - epoch.getEpochSecond());
      shifts.add(shift(epoch, next.getOffsetAfter()));
      next = rules.nextTransition(next.getInstant());
    }
    pieceStarts = starts.stream().mapToLong(Long::longValue).toArray();
    localOfZero = shifts.stream().mapToLong(Long::longValue).toArray();
  }

  private static long shift(Instant epoch, ZoneOffset offset) {
    return Math.floorMod(epoch.getEpochSecond() + offset.getTotalSeconds(), DAY_SECONDS);
  }

  int pieces() {
    return pieceStarts.length;
  }

  /** Where a piece with one offset begins; the first at 0. */
  long pieceStart(int piece) {
    return pieceStarts[piece];
  }

  /** The local second of a second of this piece. */
  long local(int piece, long seconds) {
    return seconds + localOfZero[piece];
  }

  /** In which piece a second lies. */
  int pieceOf(long seconds) {
    int low = 0;
    int high = pieceStarts.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (pieceStarts[middle] <= seconds) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Hands over a time that is not empty, cut where clocks are changed. */
  void forEachPiece(long fromSeconds, long toSeconds, PieceReader reader) {
    long from = fromSeconds;
    for (int piece = pieceOf(from); from < toSeconds; piece++) {
      boolean isLast = piece + 1 == pieceStarts.length;
      long to = isLast ? toSeconds : Math.min(toSeconds, pieceStarts[piece + 1]);
      reader.read(local(piece, from), local(piece, to));
      from = to;
    }
  }

  /** The hour of the local day, 0 to 23, at a second of the run. */
  public int hourAt(long seconds) {
    return hour(local(pieceOf(seconds), seconds));
  }

  static int hour(long local) {
    return (int) (local % DAY_SECONDS / HOUR_SECONDS);
  }
}
