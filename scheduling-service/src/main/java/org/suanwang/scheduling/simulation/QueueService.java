package org.suanwang.scheduling.simulation;

import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cycle.Allowance;
import org.suanwang.scheduling.cycle.Decision;

/** Serves the queue of a run: who of those that wait starts at an instant. */
interface QueueService {
  /** Stands for no job. */
  int NOBODY = -1;

  /** A job has arrived and waits. */
  void arrived(int job);

  /** A job has ended and given back what it held. */
  default void ended(int job, Allocation held) {}

  /** A running job has its devices to itself again. */
  default void goesOnAlone(int job) {}

  /** A job that waits leaves, and will not start. */
  void left(int job);

  /** A running job goes on with more tasks, or fewer. */
  default void resized(int job, Allocation before, Allocation after) {}

  /** How many tasks of a job its queue lets start where now, or be added to those that run. */
  default Allowance allowance(int job) {
    return Allowance.ALL;
  }

  /** Whether who waits may have back what running jobs have grown by ({@link Lent}). */
  default boolean takesBack() {
    return false;
  }

  /** Starts a job that waits, whoever comes before it. */
  void start(int job, Decision.Start start);

  /** Starts a job that waits on the nodes that it names, whatever was promised to others. */
  default void startNamed(int job, Decision.Start start) {
    start(job, start);
  }

  /**
   * Some of a node has gone out of use, after who ran there was interrupted.
   *
   * @param backSeconds when the outage that did it ends; another may begin before that
   */
  default void wentOut(Withdrawal withdrawal, long backSeconds) {}

  /**
   * Some of a node that is out of use comes back later than was told, as another outage of it has
   * begun.
   *
   * @param untilSeconds when it was to come back
   * @param backSeconds when it does, unless yet another begins before that
   */
  default void staysOut(Withdrawal withdrawal, long untilSeconds, long backSeconds) {}

  /** Some of a node has come back. */
  default void cameBack(Withdrawal withdrawal) {}

  /** Data has come to a hub: somebody may have better places than before. */
  default void dataArrived() {}

  /** Whether nobody waits. */
  boolean isEmpty();

  /**
   * The job that nobody passes at its cost, as things are; {@link #NOBODY} when nobody waits, or
   * anybody may pass anybody.
   */
  default int head() {
    return NOBODY;
  }

  /** When the service wants to be asked though nothing arrives or ends; not before now. */
  default long nextInstant() {
    return Long.MAX_VALUE;
  }

  /**
   * Starts whoever is to start now, and says why the others wait.
   *
   * @param released whether something was given back since the last time
   */
  void serve(boolean released);

  /** The service of the run's policy. */
  static QueueService of(Simulation run) {
    if (run.input().looksAtQueues()) {
      return switch (run.input().policy().discipline()) {
        case EASY -> new TenantBackfillService(run);
        case CONSERVATIVE -> new TenantConservativeService(run);
        case STRICT, SKIP, PREEMPT, ROUNDS -> new TenantService(run);
      };
    }
    return switch (run.input().policy().discipline()) {
      case STRICT ->
          run.input().policy().preempts() ? new BackfillService(run) : new StrictService(run);
      case SKIP, EASY -> new BackfillService(run);
      case CONSERVATIVE -> new ConservativeService(run);
      case PREEMPT -> new PreemptiveService(run);
      case ROUNDS -> new RoundService(run);
    };
  }
}
