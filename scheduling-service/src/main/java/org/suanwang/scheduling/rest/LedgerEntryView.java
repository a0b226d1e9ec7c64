package org.suanwang.scheduling.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.suanwang.scheduling.settlement.LedgerEntry;

/** One booking, for people. */
public record LedgerEntryView(
    long number,
    long timeSeconds,
    String job,
    @Schema(description = "Device-hours; of a charge for data that was sent, GB") Measure metered,
    List<PostingView> postings,
    String previousHash,
    String hash) {
  private static final double MILLI_SECONDS_PER_HOUR = 3.6e6;
  private static final double MEGABYTES_PER_GIGABYTE = 1e3;

  /** An amount on an account; debit positive. */
  public record PostingView(String account, Measure amount) {}

  static LedgerEntryView of(LedgerEntry e) {
    return new LedgerEntryView(
        e.number(),
        e.timeSeconds(),
        e.job(),
        metered(e),
        e.postings().stream()
            .map(p -> new PostingView(p.account(), Measure.cny(p.microCny())))
            .toList(),
        e.previousHash(),
        e.hash());
  }

  private static Measure metered(LedgerEntry e) {
    return e.isTransfer()
        ? Measure.of(e.megabytes() / MEGABYTES_PER_GIGABYTE, "GB")
        : Measure.of(e.milliDeviceSeconds() / MILLI_SECONDS_PER_HOUR, "device.h");
  }
}
