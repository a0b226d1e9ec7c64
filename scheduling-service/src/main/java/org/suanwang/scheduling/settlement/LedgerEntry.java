package org.suanwang.scheduling.settlement;

import java.util.List;

/**
 * One booking. Its postings sum to zero; its hash covers them and the hash of the entry before, so
 * a change anywhere is seen at the end of the chain. It charges a job for devices it held, or for
 * data that was sent because it waited, or pays back part of the charge before it.
 *
 * @param number 1, 2, 3 …
 * @param timeSeconds when the job ended, or the end of the window for one that still ran; or when
 *     the data arrived
 * @param job id of the job charged
 * @param milliDeviceSeconds what was metered, thousandths of a device × seconds; 0 for data and for
 *     what is paid back
 * @param megabytes what was sent, 10⁶ byte; 0 likewise for devices
 * @param postings what is booked where
 * @param previousHash hash of the entry before; 64 zeros for the first
 * @param hash SHA-256 of this entry
 */
public record LedgerEntry(
    long number,
    long timeSeconds,
    String job,
    long milliDeviceSeconds,
    long megabytes,
    List<Posting> postings,
    String previousHash,
    String hash) {
  /** Whether it charges for data that was sent. */
  public boolean isTransfer() {
    return megabytes > 0;
  }

  /** Whether it pays back part of a charge. */
  public boolean isRefund() {
    return postings.getFirst().microCny() < 0;
  }

  /**
   * An amount on an account.
   *
   * @param account {@code customer/…} owes, {@code supplier/…}, {@code carrier/…} and {@code
   *     operator/commission} are owed
   * @param microCny debit positive, credit negative, millionths of a yuan
   */
  public record Posting(String account, long microCny) {}
}
