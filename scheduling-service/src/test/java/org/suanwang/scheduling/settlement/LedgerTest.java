package org.suanwang.scheduling.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.testing.Fleets.hub;
import static org.suanwang.scheduling.testing.Fleets.pool;
import static org.suanwang.scheduling.testing.Networks.reads;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.network.Link;
import org.suanwang.scheduling.network.LinkPrice;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Runner;

class LedgerTest {
  private static List<LedgerEntry> entries(long workOfFirst) {
    Runner run =
        Runner.run(
            Fleets.single(2, 4),
            Jobs.table(
                Jobs.gang("a", 4, 0, workOfFirst),
                Jobs.share("b", 250, 0, 7200),
                Jobs.whole("c", 2, 100, 1800)),
            "fifo-first-fit");
    List<LedgerEntry> entries = new ArrayList<>();
    new Ledger(run.outcomes, run.end.lastEventSeconds(), 80_000).forEach(entries::add);
    return entries;
  }

  @Test
  void everyEntry_sumsToZeroAndHoldsTheHashBefore() {
    List<LedgerEntry> entries = entries(3600);
    String previous = Ledger.GENESIS;
    for (LedgerEntry entry : entries) {
      assertThat(entry.postings().stream().mapToLong(LedgerEntry.Posting::microCny).sum()).isZero();
      assertThat(entry.previousHash()).isEqualTo(previous);
      previous = entry.hash();
    }
  }

  @Test
  void chargesAndCommission_areAsByHand() {
    List<LedgerEntry> entries = entries(3600);
    // 4 devices × 1 h × 9.5 = 38 CNY; 0.25 × 2 h × 9.5 = 4.75; 2 × 0.5 h × 9.5 = 9.5
    assertThat(entries.stream().map(e -> e.postings().getFirst().microCny()).toList())
        .containsExactly(38_000_000L, 4_750_000L, 9_500_000L);
    assertThat(entries.getFirst().postings())
        .containsExactly(
            new LedgerEntry.Posting("customer/test", 38_000_000),
            new LedgerEntry.Posting("supplier/h", -34_960_000),
            new LedgerEntry.Posting("operator/commission", -3_040_000));
  }

  /**
   * East is empty, and west full for 100 s: 10 GB are sent there at 0.5 CNY/GB. Two devices at 9.5
   * CNY/h for 100 s and 50 s are 0.527778 and 0.263889 CNY.
   */
  @Test
  void dataThatWasSent_isOwedToItsCarrier_afterAllDevices() {
    Runner run = transferring();
    List<LedgerEntry> entries = new ArrayList<>();
    new Ledger(run.outcomes, 100, 80_000).forEach(entries::add);
    assertThat(entries).extracting(LedgerEntry::isTransfer).containsExactly(false, false, true);
    LedgerEntry transfer = entries.getLast();
    assertThat(transfer.job()).isEqualTo("second");
    assertThat(transfer.timeSeconds()).isEqualTo(15);
    assertThat(transfer.milliDeviceSeconds()).isZero();
    assertThat(transfer.megabytes()).isEqualTo(10_000);
    assertThat(transfer.postings())
        .containsExactly(
            new LedgerEntry.Posting("customer/test", 5_000_000),
            new LedgerEntry.Posting("carrier/east/west", -5_000_000));
    Settlement settlement =
        Settlement.of(new Ledger(run.outcomes, 100, 80_000), 80_000, Checkpoint.NONE);
    assertThat(settlement.dataCostMicroCny()).isEqualTo(5_000_000);
    assertThat(settlement.settledMicroCny()).isEqualTo(527_778 + 263_889);
    assertThat(settlement.commissionMicroCny()).isEqualTo(42_222 + 21_111);
    assertThat(settlement.balances())
        .contains(
            new Settlement.Balance("customer/test", 5_791_667),
            new Settlement.Balance("carrier/east/west", -5_000_000));
  }

  /** What arrives after the window is not charged, as in the result of the network. */
  @Test
  void dataThatArrivesAfterTheWindow_isNotCharged() {
    Runner run = transferring();
    assertThat(Settlement.of(new Ledger(run.outcomes, 14, 0), 0, Checkpoint.NONE))
        .extracting(Settlement::dataCostMicroCny)
        .isEqualTo(0L);
  }

  private static Runner transferring() {
    LinkPrice price = new LinkPrice(500_000, "example");
    Fleet fleet =
        Fleets.of(hub("east", pool("a", 1, 2)), hub("west", pool("a", 1, 2)))
            .withLinks(List.of(new Link("east", "west", 20, 8_000, price)));
    return Runner.run(
        fleet,
        Jobs.table(
            reads(Jobs.whole("first", 2, 0, 100), "d", "west", 10),
            reads(Jobs.whole("second", 2, 5, 50), "d", "west", 10)),
        "fifo-first-fit");
  }

  @Test
  void changeAnywhere_isSeenAtTheEndOfTheChain() {
    assertThat(entries(3601).getLast().hash()).isNotEqualTo(entries(3600).getLast().hash());
    assertThat(entries(3600).getLast().hash()).isEqualTo(entries(3600).getLast().hash());
  }
}
