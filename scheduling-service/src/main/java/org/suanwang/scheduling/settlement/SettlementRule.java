package org.suanwang.scheduling.settlement;

import java.util.List;
import java.util.Objects;

/**
 * What is settled otherwise than by one rate for all.
 *
 * @param commissionTiers what the operator keeps, by how much a customer has been charged; none
 *     where one rate is for all
 * @param deadlineRefundPpm which part of what a job was charged its customer has back when it
 *     missed its deadline, parts per million
 */
public record SettlementRule(List<CommissionTier> commissionTiers, int deadlineRefundPpm) {
  /** One rate, and nothing back. */
  public static final SettlementRule NONE = new SettlementRule(List.of(), 0);

  public SettlementRule {
    commissionTiers = List.copyOf(Objects.requireNonNullElse(commissionTiers, List.of()));
  }
}
