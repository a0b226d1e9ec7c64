package org.suanwang.scheduling.policy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.suanwang.scheduling.workload.JobTable;

/**
 * A list of orders for the jobs of a run. Its rank is one number, of which each order is a digit,
 * the first the highest: of orders that do not move the place of the job among them, several in a
 * row together one digit; of an order that moves its own rank. So turns are compared, and kept, as
 * under one order. Memory: 4 bytes a job for each row of orders that do not move.
 */
final class RankedOrders implements QueueOrder {
  private final OrderList list;
  private final JobTable jobs;
  private final List<Digit> digits;

  /** One digit. */
  private sealed interface Digit {
    /** How many values it has. */
    long base();
  }

  /** The places of jobs by orders that do not move. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares
  private record Places(int[] of, long base) implements Digit {}

  private record Moving(MovingOrder order, long base) implements Digit {}

  RankedOrders(OrderList list, JobTable jobs) {
    this.list = list;
    this.jobs = jobs;
    this.digits = digits(list, jobs);
    if (!fits(digits)) {
      throw new IllegalArgumentException(list.name() + " tells apart too many turns");
    }
  }

  /** Whether the ranks of these jobs by a list of orders are numbers that can be kept. */
  static boolean fits(OrderList list, JobTable jobs) {
    return isBelow(mostRanks(list, jobs)) || fits(digits(list, jobs));
  }

  /** No more than these: orders that do not move have no more places in a row than jobs. */
  private static BigInteger mostRanks(OrderList list, JobTable jobs) {
    BigInteger most = BigInteger.ONE;
    boolean isRow = false;
    for (QueueOrder order : list.orders()) {
      if (order instanceof MovingOrder moving) {
        most = most.multiply(BigInteger.valueOf(base(moving, jobs)));
        isRow = false;
      } else if (!isRow) {
        most = most.multiply(BigInteger.valueOf(Math.max(1, jobs.size())));
        isRow = true;
      }
    }
    return most;
  }

  private static long base(MovingOrder order, JobTable jobs) {
    return Math.max(0, order.rankMax(jobs)) + 1;
  }

  private static boolean isBelow(BigInteger ranks) {
    return ranks.compareTo(BigInteger.valueOf(Long.MAX_VALUE)) <= 0;
  }

  private static boolean fits(List<Digit> digits) {
    BigInteger ranks = BigInteger.ONE;
    for (Digit digit : digits) {
      ranks = ranks.multiply(BigInteger.valueOf(digit.base()));
    }
    return isBelow(ranks);
  }

  private static List<Digit> digits(OrderList list, JobTable jobs) {
    List<Digit> digits = new ArrayList<>();
    Places places = null;
    for (QueueOrder order : list.orders()) {
      if (order instanceof MovingOrder moving) {
        if (places != null) {
          digits.add(places);
          places = null;
        }
        digits.add(new Moving(moving, base(moving, jobs)));
      } else {
        Places own = places(order.ranks(jobs));
        places = places == null ? own : inside(places, own);
      }
    }
    if (places != null) {
      digits.add(places);
    }
    return List.copyOf(digits);
  }

  /** Those that the one finds equal by the other. */
  private static Places inside(Places one, Places other) {
    long[] both = new long[one.of().length];
    for (int job = 0; job < both.length; job++) {
      both[job] = one.of()[job] * other.base() + other.of()[job];
    }
    return places(both);
  }

  /** 0 for the smallest of all numbers, 1 for the next larger one, and so on. */
  private static Places places(long[] ranks) {
    long[] sorted = Arrays.stream(ranks).sorted().distinct().toArray();
    int[] places = new int[ranks.length];
    for (int job = 0; job < ranks.length; job++) {
      places[job] = Arrays.binarySearch(sorted, ranks[job]);
    }
    return new Places(places, Math.max(1, sorted.length));
  }

  @Override
  public String name() {
    return list.name();
  }

  @Override
  public String meaning() {
    return list.meaning();
  }

  @Override
  public boolean usesEstimates() {
    return list.usesEstimates();
  }

  @Override
  public boolean movesForward() {
    return list.movesForward();
  }

  @Override
  public QueueOrder withLevels(List<Long> levelsDeviceSeconds) {
    return list.withLevels(levelsDeviceSeconds);
  }

  @Override
  public QueueOrder forJobs(JobTable others) {
    return others == jobs ? this : list.forJobs(others);
  }

  @Override
  public long rank(JobTable asked, int job) {
    return rank(asked, job, 0, 0);
  }

  @Override
  public long rank(JobTable asked, int job, long heldSeconds, long doneSeconds) {
    if (asked != jobs) {
      throw new IllegalArgumentException("ranks are those of other jobs");
    }
    long rank = 0;
    for (Digit digit : digits) {
      long own =
          switch (digit) {
            case Places places -> places.of()[job];
            case Moving moving ->
                Math.clamp(
                    moving.order().rank(jobs, job, heldSeconds, doneSeconds), 0, moving.base() - 1);
          };
      rank = rank * digit.base() + own;
    }
    return rank;
  }

  /**
   * The rank can grow no sooner than one of the orders says; where it does not grow then, because
   * an order before that one has made it smaller, nobody has to give way who had not.
   */
  @Override
  public long secondsToLaterTurn(JobTable asked, int job, long heldSeconds) {
    long soonest = Long.MAX_VALUE;
    for (QueueOrder order : list.orders()) {
      soonest = Math.min(soonest, order.secondsToLaterTurn(asked, job, heldSeconds));
    }
    return soonest;
  }
}
