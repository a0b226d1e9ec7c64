package org.suanwang.scheduling.settlement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.suanwang.scheduling.metrics.JobOutcomes;

/**
 * Charges every job for the devices it held: its class owes the price, the hub's supplier is owed
 * the price less commission, the operator is owed the commission. Entries follow the order of the
 * jobs. Nothing is kept; the same run gives the same ledger again.
 */
public final class Ledger {
  /** The chain starts from this. */
  public static final String GENESIS = "0".repeat(64);

  private final JobOutcomes outcomes;
  private final long windowSeconds;
  private final int commissionPpm;
  private final MessageDigest digest;

  /**
   * A ledger of this run.
   *
   * @param windowSeconds what is held later is not charged
   * @param commissionPpm the operator's share in parts per million, 0 to 1,000,000
   */
  public Ledger(JobOutcomes outcomes, long windowSeconds, int commissionPpm) {
    this.outcomes = outcomes;
    this.windowSeconds = windowSeconds;
    this.commissionPpm = commissionPpm;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Hands over every entry, in order: one for each time a job held devices without a break. */
  public void forEach(Consumer<LedgerEntry> reader) {
    Chain chain = new Chain(reader);
    for (int job = 0; job < outcomes.size(); job++) {
      int row = job;
      outcomes.forEachStretch(
          job,
          windowSeconds,
          (place, from, to, milli, rate) -> chain.add(row, place, from, to, milli, rate));
    }
  }

  /** Each entry follows the one before. */
  private final class Chain {
    private final Consumer<LedgerEntry> reader;
    private String previous = GENESIS;
    private long number;

    Chain(Consumer<LedgerEntry> reader) {
      this.reader = reader;
    }

    void add(int job, int place, long from, long to, long milli, long chargeRate) {
      long amount = Money.charge(chargeRate, to - from);
      if (amount > 0) {
        LedgerEntry entry = entry(++number, job, place, to, milli * (to - from), amount, previous);
        previous = entry.hash();
        reader.accept(entry);
      }
    }
  }

  private LedgerEntry entry(
      long number, int job, int place, long to, long metered, long amount, String previous) {
    long commission = Money.share(amount, commissionPpm);
    String hub = outcomes.places().hub(place).id();
    var postings =
        List.of(
            new LedgerEntry.Posting("customer/" + outcomes.jobs().jobClass(job), amount),
            new LedgerEntry.Posting("supplier/" + hub, commission - amount),
            new LedgerEntry.Posting("operator/commission", -commission));
    String id = outcomes.jobs().id(job);
    String hash = hash(number, to, id, metered, postings, previous);
    return new LedgerEntry(number, to, id, metered, postings, previous, hash);
  }

  private String hash(
      long number,
      long time,
      String job,
      long metered,
      List<LedgerEntry.Posting> postings,
      String previous) {
    StringBuilder text = new StringBuilder(previous);
    text.append('\n').append(number).append('\n').append(time).append('\n').append(job);
    text.append('\n').append(metered);
    for (LedgerEntry.Posting posting : postings) {
      text.append('\n').append(posting.account()).append('\t').append(posting.microCny());
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(digest.digest(bytes));
  }
}
