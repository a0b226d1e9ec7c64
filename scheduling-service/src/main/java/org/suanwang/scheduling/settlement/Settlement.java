package org.suanwang.scheduling.settlement;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.suanwang.scheduling.check.Checkpoint;

/**
 * What a ledger comes to.
 *
 * @param entries number of entries
 * @param settledMicroCny what all customers owe for devices, less what they have back
 * @param commissionMicroCny what of it the operator keeps
 * @param commissionPpm the operator's share in parts per million
 * @param dataCostMicroCny what all customers owe for data that was sent; carriers are owed all of
 *     it
 * @param balances of all accounts, by name; they sum to zero
 * @param ledgerHash hash of the last entry
 * @param refundedMicroCny what customers have back for missed deadlines; 0 in what was kept before
 *     there was that
 * @param rule what was agreed beside the share; nothing likewise
 */
public record Settlement(
    long entries,
    long settledMicroCny,
    long commissionMicroCny,
    int commissionPpm,
    long dataCostMicroCny,
    List<Balance> balances,
    String ledgerHash,
    Long refundedMicroCny,
    SettlementRule rule) {
  public Settlement {
    refundedMicroCny = Objects.requireNonNullElse(refundedMicroCny, 0L);
    rule = Objects.requireNonNullElse(rule, SettlementRule.NONE);
  }

  /**
   * What an account came to.
   *
   * @param account name
   * @param microCny debit positive, credit negative, millionths of a yuan
   */
  public record Balance(String account, long microCny) {}

  /**
   * Sums a ledger up.
   *
   * @param checkpoint passed for every entry
   * @throws ArithmeticException beyond 9.2e12 CNY
   */
  public static Settlement of(Ledger ledger, Checkpoint checkpoint) {
    Summing summing = new Summing();
    ledger.forEach(
        entry -> {
          checkpoint.pass();
          summing.add(entry);
        });
    List<Balance> balances =
        summing.balances.entrySet().stream()
            .map(e -> new Balance(e.getKey(), e.getValue()))
            .toList();
    return new Settlement(
        summing.entries,
        summing.settled,
        summing.commission,
        ledger.commissionPpm(),
        summing.dataCost,
        balances,
        summing.lastHash,
        summing.refunded,
        ledger.rule());
  }

  private static final class Summing {
    private final Map<String, Long> balances = new TreeMap<>();
    private long entries;
    private long settled;
    private long commission;
    private long dataCost;
    private long refunded;
    private String lastHash = Ledger.GENESIS;

    void add(LedgerEntry entry) {
      entries++;
      lastHash = entry.hash();
      long owed = entry.postings().getFirst().microCny();
      if (entry.isTransfer()) {
        dataCost = Math.addExact(dataCost, owed);
      } else {
        settled = Math.addExact(settled, owed);
        refunded = entry.isRefund() ? Math.subtractExact(refunded, owed) : refunded;
        commission = Math.subtractExact(commission, entry.postings().getLast().microCny());
      }
      for (LedgerEntry.Posting posting : entry.postings()) {
        balances.merge(posting.account(), posting.microCny(), Math::addExact);
      }
    }
  }
}
