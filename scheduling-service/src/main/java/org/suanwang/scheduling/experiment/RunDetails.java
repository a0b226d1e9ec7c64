package org.suanwang.scheduling.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.suanwang.scheduling.metrics.JobOutcomes;
import org.suanwang.scheduling.metrics.QueueResult;
import org.suanwang.scheduling.metrics.QueueResults;
import org.suanwang.scheduling.queue.QueueTree;
import org.suanwang.scheduling.settlement.Ledger;
import org.suanwang.scheduling.settlement.LedgerEntry;

/**
 * A finished run with what became of every job.
 *
 * @param run as it was asked for
 * @param result as it was kept
 * @param outcomes as it came about again
 * @param tree its queues, those of the jobs among them
 */
public record RunDetails(Run run, SimulationResult result, JobOutcomes outcomes, QueueTree tree) {
  public long windowSeconds() {
    return result.metrics().windowSeconds();
  }

  /** What came out for each queue. */
  public List<QueueResult> queues() {
    return new QueueResults(outcomes, tree, windowSeconds()).all();
  }

  /**
   * Part of the ledger, which is gone through wholly, so that its chain can be compared.
   *
   * @param after number of the entry before the first
   * @throws org.suanwang.scheduling.check.ConflictException when the chain ends otherwise than kept
   */
  public List<LedgerEntry> ledgerPage(long after, int limit) {
    List<LedgerEntry> page = new ArrayList<>();
    String last = forEachEntry(after, limit, page::add);
    Replays.requireSame(run.id(), "bookings", result.settlement().ledgerHash(), last);
    return page;
  }

  /**
   * Requires that the chain of the ledger ends as it did.
   *
   * @throws org.suanwang.scheduling.check.ConflictException when it does not
   */
  public void requireSameLedger() {
    ledgerPage(Long.MAX_VALUE, 0);
  }

  /**
   * Hands over part of the ledger, which is gone through wholly.
   *
   * @param after number of the entry before the first
   * @param limit how many at most
   * @return the last hash of the chain
   */
  public String forEachEntry(long after, long limit, Consumer<LedgerEntry> reader) {
    String[] last = {Ledger.GENESIS};
    long[] left = {limit};
    new Ledger(outcomes, windowSeconds(), run.spec().commissionPpm(), run.spec().settlement())
        .forEach(
            entry -> {
              last[0] = entry.hash();
              if (entry.number() > after && left[0]-- > 0) {
                reader.accept(entry);
              }
            });
    return last[0];
  }
}
