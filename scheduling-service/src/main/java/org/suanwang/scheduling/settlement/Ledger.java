package org.suanwang.scheduling.settlement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.suanwang.scheduling.metrics.DataMoves;
import org.suanwang.scheduling.metrics.Deadlines;
import org.suanwang.scheduling.metrics.JobOutcomes;
import org.suanwang.scheduling.network.Link;

/**
 * Charges every job for the devices it held: its class owes the price, the hub's supplier is owed
 * the price less commission, the operator is owed the commission. Then the data that arrived: the
 * class of the job it was sent for owes the price of the link, and its carrier is owed all of it.
 * Where deadlines are warranted, each charge of a job that missed its own is followed by what is
 * paid back of it, by supplier and operator in proportion. Entries follow the order of the jobs,
 * then that in which the transfers began. Nothing is kept; the same run gives the same ledger
 * again.
 */
public final class Ledger {
  /** The chain starts from this. */
  public static final String GENESIS = "0".repeat(64);

  private final JobOutcomes outcomes;
  private final long windowSeconds;
  private final int commissionPpm;
  private final SettlementRule rule;
  private final MessageDigest digest;

  /**
   * A ledger of this run.
   *
   * @param windowSeconds what is held later is not charged
   * @param commissionPpm the operator's share in parts per million, 0 to 1,000,000
   */
  public Ledger(JobOutcomes outcomes, long windowSeconds, int commissionPpm) {
    this(outcomes, windowSeconds, commissionPpm, SettlementRule.NONE);
  }

  /**
   * A ledger of this run.
   *
   * @param windowSeconds what is held later is not charged
   * @param commissionPpm the operator's share in parts per million, 0 to 1,000,000
   * @param rule what else is agreed; its tiers take the place of the share
   */
  public Ledger(JobOutcomes outcomes, long windowSeconds, int commissionPpm, SettlementRule rule) {
    this.outcomes = outcomes;
    this.windowSeconds = windowSeconds;
    this.commissionPpm = commissionPpm;
    this.rule = rule;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The operator's share in parts per million, where there are no tiers. */
  int commissionPpm() {
    return commissionPpm;
  }

  /** What is agreed beside the share. */
  SettlementRule rule() {
    return rule;
  }

  /**
   * Hands over every entry, in order: one for each time a job held devices without a break, and one
   * for each transfer that arrived inside the window over a link that has a price.
   */
  public void forEach(Consumer<LedgerEntry> reader) {
    Chain chain = new Chain(reader);
    for (int job = 0; job < outcomes.size(); job++) {
      int row = job;
      outcomes.forEachStretch(
          job,
          windowSeconds,
          (place, from, to, milli, rate) -> chain.add(row, place, from, to, milli, rate));
    }
    for (DataMoves.Move move : outcomes.moves().all()) {
      if (move.isOver(windowSeconds)) {
        chain.add(move);
      }
    }
  }

  /** Each entry follows the one before. */
  private final class Chain {
    private final Consumer<LedgerEntry> reader;
    private final Commission commission = new Commission(commissionPpm, rule.commissionTiers());
    private String previous = GENESIS;
    private long number;

    Chain(Consumer<LedgerEntry> reader) {
      this.reader = reader;
    }

    void add(int job, int place, long from, long to, long milli, long chargeRate) {
      long amount = Money.charge(chargeRate, to - from);
      if (amount > 0) {
        long kept = commission.of(customer(job), amount);
        add(to, job, milli * (to - from), 0, postings(job, place, amount, kept));
        payBack(job, place, to, amount, kept);
      }
    }

    /** A job that gave up before its deadline missed it then; it is known by the deadline. */
    private void payBack(int job, int place, long to, long amount, long kept) {
      long refund = Money.share(amount, rule.deadlineRefundPpm());
      if (refund > 0 && Deadlines.isMissed(outcomes, job, windowSeconds)) {
        long known = Math.max(to, outcomes.jobs().deadlineSeconds(job));
        long ofOperator = Math.min(refund, Money.share(kept, rule.deadlineRefundPpm()));
        add(Math.min(known, windowSeconds), job, 0, 0, postings(job, place, -refund, -ofOperator));
      }
    }

    void add(DataMoves.Move move) {
      Link link = move.link(outcomes.layout());
      long amount = link.microCny(move.megabytes());
      if (amount > 0) {
        List<LedgerEntry.Posting> postings = postings(move.job(), link, amount);
        add(move.arrivalSeconds(), move.job(), 0, move.megabytes(), postings);
      }
    }

    private void add(
        long time, int job, long metered, long megabytes, List<LedgerEntry.Posting> postings) {
      String id = outcomes.jobs().id(job);
      number++;
      String hash = hash(number, time, id, metered, megabytes, postings, previous);
      reader.accept(
          new LedgerEntry(number, time, id, metered, megabytes, postings, previous, hash));
      previous = hash;
    }
  }

  private List<LedgerEntry.Posting> postings(int job, int place, long amount, long commission) {
    String hub = outcomes.places().hub(place).id();
    return List.of(
        new LedgerEntry.Posting(customer(job), amount),
        new LedgerEntry.Posting("supplier/" + hub, commission - amount),
        new LedgerEntry.Posting("operator/commission", -commission));
  }

  /** The operator takes nothing of what a carrier is owed. */
  private List<LedgerEntry.Posting> postings(int job, Link link, long amount) {
    return List.of(
        new LedgerEntry.Posting(customer(job), amount),
        new LedgerEntry.Posting("carrier/" + link.from() + "/" + link.to(), -amount));
  }

  private String customer(int job) {
    return "customer/" + outcomes.jobs().jobClass(job);
  }

  private String hash(
      long number,
      long time,
      String job,
      long metered,
      long megabytes,
      List<LedgerEntry.Posting> postings,
      String previous) {
    StringBuilder text = new StringBuilder(previous);
    text.append('\n').append(number).append('\n').append(time).append('\n').append(job);
    text.append('\n').append(metered);
    if (megabytes > 0) {
      text.append('\n').append(megabytes);
    }
    for (LedgerEntry.Posting posting : postings) {
      text.append('\n').append(posting.account()).append('\t').append(posting.microCny());
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(digest.digest(bytes));
  }
}
