package org.suanwang.scheduling.policy;

/** Who may start before the job at the head of the queue, while that one cannot. */
public enum QueueDiscipline {
  /** Nobody. */
  STRICT("", "strict head of line"),
  /** Anybody who fits now; a large gang may wait for ever. */
  SKIP("skip", "whoever fits passes those that do not"),
  /**
   * EASY backfilling (Lifka 1995): whoever does not delay the head of the queue, whose start is
   * foretold by the estimates of the running jobs.
   */
  EASY("easy", "whoever does not delay the head of the queue passes it (EASY backfilling)"),
  /**
   * Conservative backfilling (Mu'alem and Feitelson 2001): whoever does not delay any job before
   * it; every job has a reservation.
   */
  CONSERVATIVE(
      "conservative", "whoever delays no job before it passes them (conservative backfilling)"),
  /**
   * Whoever fits, and whoever fits in the place of running jobs whose turn comes later: those that
   * lose least give way, and wait again. The order is asked anew as jobs make progress. It is to
   * skip with {@link Preemption#BY_TURN}.
   */
  PREEMPT(
      "preempt",
      "whoever fits passes those that do not, and running jobs give way to those before them"),
  /**
   * Rounds of device time (Narayanan et al., OSDI 2020): in each run those that have received least
   * of their shares.
   */
  ROUNDS("rounds", "in rounds those run that have had least of their shares");

  private final String word;
  private final String meaning;

  QueueDiscipline(String word, String meaning) {
    this.word = word;
    this.meaning = meaning;
  }

  /** Whether it foretells when those that wait will start. */
  public boolean reservesAhead() {
    return this == EASY || this == CONSERVATIVE;
  }

  /** Whether it goes with queues of tenants, their fairness and their quotas. */
  public boolean knowsQueues() {
    return this != ROUNDS;
  }

  /** Whether gangs may be elastic and mixed; elsewhere they are rigid, each on one device type. */
  public boolean knowsElasticAndMixed() {
    return this != ROUNDS;
  }

  /** Whether a running job may have to give way though nothing fails. */
  public boolean interrupts() {
    return this == PREEMPT || this == ROUNDS;
  }

  /** As listed in the API. */
  public String listedName() {
    return this == STRICT ? "strict" : word;
  }

  /** The discipline in words. */
  public String meaning() {
    return meaning;
  }

  /** Its part in the name of a policy, with a hyphen before it; empty for the strict one. */
  String inName() {
    return word.isEmpty() ? "" : "-" + word;
  }
}
