package org.suanwang.scheduling.experiment;

import java.util.ArrayList;
import java.util.List;
import org.suanwang.scheduling.metrics.JobOutcomes;
import org.suanwang.scheduling.settlement.Ledger;
import org.suanwang.scheduling.settlement.LedgerEntry;

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

  /**
   * Part of the ledger, which is gone through wholly, so that its chain can be compared.
   *
   * @param after number of the entry before the first
   * @throws org.suanwang.scheduling.check.ConflictException when the chain ends otherwise than kept
   */
  public List<LedgerEntry> ledgerPage(long after, int limit) {
    List<LedgerEntry> page = new ArrayList<>();
    String[] last = {Ledger.GENESIS};
    new Ledger(outcomes, windowSeconds(), run.spec().commissionPpm())
        .forEach(
            entry -> {
              last[0] = entry.hash();
              if (entry.number() > after && page.size() < limit) {
                page.add(entry);
              }
            });
    RunArchive.requireSame(run.id(), "bookings", result.settlement().ledgerHash(), last[0]);
    return page;
  }
}
