package org.suanwang.scheduling.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.workload.JobTable;

/**
 * Which jobs moved between two runs of the same jobs, and why; those that moved farthest first,
 * equal ones by submission. Memory: 8 bytes a job that moved, beside what the two runs take.
 */
public final class RunDiff {
  private final RunSide base;
  private final RunSide other;
  private final int[] moved;
  private final MoveCause[] causes;
  private final Map<MoveCause, CauseCount> counts = new EnumMap<>(MoveCause.class);

  /**
   * A job that moved.
   *
   * @param job its row in the table
   * @param cause why
   * @param seconds by how many its start or its end lies apart, whichever more
   * @param base what became of it in the one run
   * @param other what became of it in the other
   */
  public record Move(int job, MoveCause cause, long seconds, JobFate base, JobFate other) {
    /** Whether it is earlier in the other run; by its end, or its start where that is alike. */
    boolean isEarlier() {
      return sign() < 0;
    }

    /** Whether it is later in the other run. */
    boolean isLater() {
      return sign() > 0;
    }

    private int sign() {
      int byEnd = compare(base.endSeconds(), other.endSeconds());
      return byEnd == 0 ? compare(base.startSeconds(), other.startSeconds()) : byEnd;
    }

    /** What never came is later than all. */
    private static int compare(@Nullable Long before, @Nullable Long after) {
      return Long.compare(
          after == null ? Long.MAX_VALUE : after, before == null ? Long.MAX_VALUE : before);
    }
  }

  /**
   * How many jobs moved by one cause.
   *
   * @param jobs how many
   * @param earlier of them, those that are earlier in the other run
   * @param later those that are later
   * @param seconds the sum of their moves
   */
  public record CauseCount(int jobs, int earlier, int later, long seconds) {
    private CauseCount plus(Move move) {
      return new CauseCount(
          jobs + 1,
          earlier + (move.isEarlier() ? 1 : 0),
          later + (move.isLater() ? 1 : 0),
          seconds + move.seconds());
    }
  }

  /** Compares two runs of equal job tables. */
  public RunDiff(RunSide base, RunSide other) {
    this.base = base;
    this.other = other;
    int jobs = base.outcomes().size();
    long[] keys = new long[jobs];
    int count = 0;
    for (int job = 0; job < jobs; job++) {
      if (!base.isAlike(other, job)) {
        keys[count++] = -base.moveSeconds(other, job) << Integer.SIZE | job;
      }
    }
    Arrays.sort(keys, 0, count);
    moved = new int[count];
    causes = new MoveCause[count];
    for (int i = 0; i < count; i++) {
      moved[i] = (int) keys[i];
      causes[i] = cause(moved[i]);
      counts.merge(causes[i], new CauseCount(0, 0, 0, 0).plus(move(i)), RunDiff::sum);
    }
  }

  private static CauseCount sum(CauseCount a, CauseCount b) {
    return new CauseCount(
        a.jobs + b.jobs, a.earlier + b.earlier, a.later + b.later, a.seconds + b.seconds);
  }

  private MoveCause cause(int job) {
    long window = Math.min(base.windowSeconds(), other.windowSeconds());
    return MoveCause.of(base.fate(job), other.fate(job), window);
  }

  private Move move(int index) {
    int job = moved[index];
    return new Move(
        job, causes[index], base.moveSeconds(other, job), base.fate(job), other.fate(job));
  }

  public JobTable jobs() {
    return base.outcomes().jobs();
  }

  /** How many jobs moved. */
  public int moved() {
    return moved.length;
  }

  /** How many jobs moved by this cause. */
  public int count(MoveCause cause) {
    CauseCount count = counts.get(cause);
    return count == null ? 0 : count.jobs();
  }

  /** By cause, in the order of the causes; those that moved no job are not in it. */
  public Map<MoveCause, CauseCount> counts() {
    return new EnumMap<>(counts);
  }

  /**
   * Part of the moves.
   *
   * @param cause only of this one; null for all
   * @param from how many such moves are passed over
   */
  public List<Move> page(@Nullable MoveCause cause, long from, int limit) {
    List<Move> page = new ArrayList<>();
    long seen = 0;
    for (int i = 0; i < moved.length && page.size() < limit; i++) {
      if ((cause == null || causes[i] == cause) && seen++ >= from) {
        page.add(move(i));
      }
    }
    return page;
  }
}
