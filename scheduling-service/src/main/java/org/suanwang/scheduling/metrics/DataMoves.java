package org.suanwang.scheduling.metrics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.network.Link;
import org.suanwang.scheduling.simulation.DataTransfer;

/** The transfers of data of a run, in the order in which they began. */
public final class DataMoves {
  private final List<Move> moves = new ArrayList<>();
  private final Map<Integer, List<Integer>> ofJob = new HashMap<>();

  /**
   * One transfer.
   *
   * @param begin how it began
   * @param arrivalSeconds when it arrived; {@link JobOutcomes#NEVER} when it has not
   */
  public record Move(DataTransfer begin, long arrivalSeconds) {
    /** Whether it had arrived by a second. */
    public boolean isOver(long windowSeconds) {
      return arrivalSeconds != JobOutcomes.NEVER && arrivalSeconds <= windowSeconds;
    }

    /** The row of the job it was sent for. */
    public int job() {
      return begin.job();
    }

    /** How much was sent, 10⁶ byte. */
    public long megabytes() {
      return begin.megabytes();
    }

    /** The link it went over. */
    public Link link(FleetLayout layout) {
      Link link = layout.links().find(begin.fromHub(), begin.toHub());
      return Objects.requireNonNull(link, "data goes over links only");
    }
  }

  void take(DataTransfer transfer) {
    if (transfer.isArrival()) {
      DataTransfer begin = moves.get(transfer.number()).begin();
      moves.set(transfer.number(), new Move(begin, transfer.timeSeconds()));
    } else {
      moves.add(new Move(transfer, JobOutcomes.NEVER));
      ofJob.computeIfAbsent(transfer.job(), j -> new ArrayList<>()).add(transfer.number());
    }
  }

  /** All of them. */
  public List<Move> all() {
    return List.copyOf(moves);
  }

  /** The numbers of the hubs to which data was sent for a job, in the order of time. */
  public List<Integer> sentTo(int job) {
    return of(job).stream().map(move -> move.begin().toHub()).toList();
  }

  /** How long transfers for a job were under way, together, inside a window from 0. */
  public long seconds(int job, long windowSeconds) {
    long sum = 0;
    for (Move move : of(job)) {
      long end = move.isOver(windowSeconds) ? move.arrivalSeconds() : windowSeconds;
      sum += Math.max(0, end - move.begin().timeSeconds());
    }
    return sum;
  }

  private List<Move> of(int job) {
    return ofJob.getOrDefault(job, List.of()).stream().map(moves::get).toList();
  }
}
