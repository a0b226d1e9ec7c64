package org.suanwang.scheduling.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
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

  @Test
  void changeAnywhere_isSeenAtTheEndOfTheChain() {
    assertThat(entries(3601).getLast().hash()).isNotEqualTo(entries(3600).getLast().hash());
    assertThat(entries(3600).getLast().hash()).isEqualTo(entries(3600).getLast().hash());
  }
}
