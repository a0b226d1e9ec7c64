package org.suanwang.scheduling.rest;

import java.util.List;
import org.suanwang.scheduling.settlement.LedgerEntry;

/** One booking, for people. */
public record LedgerEntryView(
    long number,
    long timeSeconds,
    String job,
    Measure metered,
    List<PostingView> postings,
    String previousHash,
    String hash) {
  private static final double MILLI_SECONDS_PER_HOUR = 3.6e6;

  /** An amount on an account; debit positive. */
  public record PostingView(String account, Measure amount) {}

  static LedgerEntryView of(LedgerEntry e) {
    return new LedgerEntryView(
        e.number(),
        e.timeSeconds(),
        e.job(),
        Measure.of(e.milliDeviceSeconds() / MILLI_SECONDS_PER_HOUR, "device.h"),
        e.postings().stream()
            .map(p -> new PostingView(p.account(), Measure.cny(p.microCny())))
            .toList(),
        e.previousHash(),
        e.hash());
  }
}
