package org.suanwang.scheduling.rest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.settlement.CommissionTier;
import org.suanwang.scheduling.settlement.SettlementRule;

/** Reads what a simulation says of its settlement. */
final class SettlementReader {
  private static final String FIELD = "settlement";
  private static final String TIERS = FIELD + ".commissionTiers";
  private static final int TIERS_MAX = 100;
  private static final double PARTS_PER_MILLION = 1e6;
  private static final double TOLERANCE = 1e-6;

  /** As much as a ledger can hold, and a little less. */
  private static final BigDecimal CNY_MAX = BigDecimal.valueOf(9_000_000_000_000L);

  private final Findings findings;

  SettlementReader(Findings findings) {
    this.findings = findings;
  }

  SettlementRule read(SimulationRequest request) {
    SettlementRequest given = request.settlement();
    if (given == null) {
      return SettlementRule.NONE;
    }
    return new SettlementRule(
        tiers(request, given),
        ppm(findings, FIELD + ".deadlineRefundRate", given.deadlineRefundRate()));
  }

  /** A rate from 0 to 1 in parts per million; 0 when it is missing. */
  static int ppm(Findings findings, String field, @Nullable Double rate) {
    double parts = findings.number(field, rate, 0, 1, 0) * PARTS_PER_MILLION;
    findings.require(
        Math.abs(parts - Math.rint(parts)) < TOLERANCE,
        field,
        rate,
        "must be in steps of 0.000001",
        "round the rate");
    return (int) Math.rint(parts);
  }

  private List<CommissionTier> tiers(SimulationRequest request, SettlementRequest settlement) {
    List<SettlementRequest.@Nullable Tier> given =
        Objects.requireNonNullElse(settlement.commissionTiers(), List.of());
    findings.require(
        given.size() <= TIERS_MAX,
        TIERS,
        given.size() + " tiers",
        "at most " + TIERS_MAX,
        "give fewer");
    findings.require(
        given.isEmpty() || request.commissionRate() == null,
        TIERS,
        given.size() + " tiers",
        "take the place of commissionRate",
        "leave one of the two out");
    List<CommissionTier> tiers = new ArrayList<>();
    for (int i = 0; i < given.size() && !findings.isFull(); i++) {
      SettlementRequest.Tier tier = given.get(i);
      String field = TIERS + "[" + i + "]";
      if (tier == null) {
        findings.add(field, null, "must be a tier", "remove the null");
      } else {
        tiers.add(tier(field, tier, tiers));
      }
    }
    return tiers;
  }

  private CommissionTier tier(
      String field, SettlementRequest.Tier tier, List<CommissionTier> before) {
    findings.require(
        tier.rate() != null, field + ".rate", null, "is required", "say which share it is");
    int rate = ppm(findings, field + ".rate", tier.rate());
    return new CommissionTier(from(field + ".fromCny", tier.fromCny(), before), rate);
  }

  private long from(String field, @Nullable BigDecimal given, List<CommissionTier> before) {
    BigDecimal micro =
        given == null || given.signum() < 0 || given.compareTo(CNY_MAX) > 0
            ? null
            : given.movePointRight(6);
    boolean isWhole =
        findings.require(
            micro != null && micro.stripTrailingZeros().scale() <= 0,
            field,
            given,
            "must be an amount from 0 to " + CNY_MAX.toPlainString() + " CNY in steps of 0.000001",
            "say from which amount on the rate is");
    if (!isWhole || micro == null) {
      return before.isEmpty() ? 0 : before.getLast().fromMicroCny() + 1;
    }
    long from = micro.longValueExact();
    findings.require(
        before.isEmpty() ? from == 0 : from > before.getLast().fromMicroCny(),
        field,
        given,
        before.isEmpty()
            ? "the first tier must be from 0"
            : "must be more than that of the tier before",
        "give tiers from 0 on that grow");
    return from;
  }
}
