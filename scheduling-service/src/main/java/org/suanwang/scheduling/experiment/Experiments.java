package org.suanwang.scheduling.experiment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.RequestKey;

/** Where experiments are kept; their runs are queued beside all others. */
public interface Experiments {
  /**
   * Finds what the same request made before; empty when it is new or has no key.
   *
   * @throws org.suanwang.scheduling.check.ConflictException when the key came with another body
   */
  Optional<Experiment> findMade(@Nullable RequestKey key);

  /**
   * Keeps an experiment and queues all of its runs, or none.
   *
   * @param epochs of the workloads, by id
   */
  Experiment add(ExperimentSpec spec, Map<String, Instant> epochs, @Nullable RequestKey key);

  /**
   * Finds one by its id.
   *
   * @throws org.suanwang.scheduling.check.NotFoundException when there is none
   */
  Experiment require(String id);

  /** Newest first, from the cursor on. */
  Page<Experiment> page(@Nullable Long cursor, int limit);

  /**
   * Cancels the runs that have not ended.
   *
   * @throws org.suanwang.scheduling.check.ConflictException when all ended, none of them cancelled
   */
  Experiment cancel(String id);

  /** What became of every run, in the order of their numbers. */
  List<RunRow> rows(Experiment experiment);

  /**
   * Deletes an experiment with all of its runs, which have ended.
   *
   * @throws org.suanwang.scheduling.check.NotFoundException when there is none
   * @throws org.suanwang.scheduling.check.ConflictException when some have not ended
   */
  void remove(String id);

  /** Deletes those of which all runs ended before; returns how many. */
  int removeFinishedBefore(Instant end);
}
