package org.suanwang.scheduling.experiment;

import org.suanwang.scheduling.metrics.JobOutcomes;
import org.suanwang.scheduling.settlement.Ledger;

/**
 * A finished run with what became of every job.
 *
 * @param run as it was asked for
 * @param result as it was kept
 * @param outcomes as it came about again
 */
public record RunDetails(Run run, SimulationResult result, JobOutcomes outcomes) {
  public long windowSeconds() {
    return result.metrics().windowSeconds();
  }

  public Ledger ledger() {
    return new Ledger(outcomes, windowSeconds(), run.spec().commissionPpm());
  }
}
