package org.suanwang.scheduling.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.testing.Fleets.hub;
import static org.suanwang.scheduling.testing.Fleets.pool;
import static org.suanwang.scheduling.testing.Networks.reads;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.network.Link;
import org.suanwang.scheduling.network.LinkPrice;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;

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
    Settlement settlement = Settlement.of(new Ledger(run.outcomes, 100, 80_000), Checkpoint.NONE);
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
    assertThat(Settlement.of(new Ledger(run.outcomes, 14, 0), Checkpoint.NONE))
        .extracting(Settlement::dataCostMicroCny)
        .isEqualTo(0L);
  }

  /**
   * The customer is charged 38, 4.75 and 9.5 CNY: 10 % of the first 40, 5 % of the next 10, nothing
   * of the rest. 38 · 10 %; 2 · 10 % + 2.75 · 5 %; 7.25 · 5 %.
   */
  @Test
  void commissionByTiers_isOfThePartsThatLieInThem() {
    SettlementRule rule =
        new SettlementRule(
            List.of(
                new CommissionTier(0, 100_000),
                new CommissionTier(40_000_000, 50_000),
                new CommissionTier(50_000_000, 0)),
            0);
    Runner run = three(NO_DEADLINE);
    List<LedgerEntry> entries = new ArrayList<>();
    Ledger ledger = new Ledger(run.outcomes, run.end.lastEventSeconds(), 80_000, rule);
    ledger.forEach(entries::add);
    assertThat(entries)
        .extracting(e -> -e.postings().getLast().microCny())
        .containsExactly(3_800_000L, 337_500L, 362_500L);
    Settlement settlement = Settlement.of(ledger, Checkpoint.NONE);
    assertThat(settlement.commissionMicroCny()).isEqualTo(4_500_000);
    assertThat(settlement.rule()).isEqualTo(rule);
    assertThat(settlement.refundedMicroCny()).isZero();
  }

  /** The first holds four devices for an hour and misses its deadline; 30 % of 38 CNY is 11.4. */
  @Test
  void chargeOfAJobThatMissedItsDeadline_isPaidBackInPart() {
    Runner run = three(3_000);
    Ledger ledger =
        new Ledger(
            run.outcomes,
            run.end.lastEventSeconds(),
            80_000,
            new SettlementRule(List.of(), 300_000));
    List<LedgerEntry> entries = new ArrayList<>();
    ledger.forEach(entries::add);
    assertThat(entries)
        .extracting(LedgerEntry::isRefund)
        .containsExactly(false, true, false, false);
    assertThat(entries.get(1).timeSeconds()).isEqualTo(3_600);
    assertThat(entries.get(1).milliDeviceSeconds()).isZero();
    assertThat(entries.get(1).postings())
        .containsExactly(
            new LedgerEntry.Posting("customer/test", -11_400_000),
            new LedgerEntry.Posting("supplier/h", 10_488_000),
            new LedgerEntry.Posting("operator/commission", 912_000));
    Settlement settlement = Settlement.of(ledger, Checkpoint.NONE);
    assertThat(settlement.settledMicroCny()).isEqualTo(52_250_000 - 11_400_000);
    assertThat(settlement.commissionMicroCny()).isEqualTo(4_180_000 - 912_000);
    assertThat(settlement.refundedMicroCny()).isEqualTo(11_400_000);
  }

  /** A job that meets it to the second has nothing back. */
  @Test
  void chargeOfAJobThatMetItsDeadline_stands() {
    Runner run = three(3_600);
    Ledger ledger = new Ledger(run.outcomes, 10_000, 0, new SettlementRule(List.of(), 1_000_000));
    assertThat(Settlement.of(ledger, Checkpoint.NONE).refundedMicroCny()).isZero();
  }

  /** The order of many charges moves what the operator keeps by no more than roundings. */
  @Test
  void commissionByTiers_hangsOnTheSumOnly() {
    List<CommissionTier> tiers =
        List.of(
            new CommissionTier(0, 100_000),
            new CommissionTier(1_234_567, 77_777),
            new CommissionTier(9_876_543, 1));
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      Commission commission = new Commission(0, tiers);
      long sum = 0;
      long kept = 0;
      for (int i = 0; i < 50; i++) {
        long amount = random.nextLong(500_000);
        long of = commission.of("c", amount);
        assertThat(of).isBetween(0L, amount);
        sum += amount;
        kept += of;
      }
      assertThat(kept).isEqualTo(new Commission(0, tiers).of("c", sum));
    }
  }

  private static final long NO_DEADLINE = JobTable.NEVER;

  private static Runner three(long deadline) {
    Job first = Jobs.gang("a", 4, 0, 3600);
    return Runner.run(
        Fleets.single(2, 4),
        Jobs.table(
            deadline == NO_DEADLINE
                ? first
                : first.withTerms(first.terms().withTimes(deadline, null, null)),
            Jobs.share("b", 250, 0, 7200),
            Jobs.whole("c", 2, 100, 1800)),
        "fifo-first-fit");
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
