package org.suanwang.scheduling.rest;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is settled otherwise than by one rate for all. */
@Schema(description = "Commission by tiers, and what is paid back for missed deadlines")
public record SettlementRequest(
    @Schema(
            description =
                "In place of commissionRate: the operator's share of what a customer is charged"
                    + " beyond fromCny, up to the next tier; the first is from 0, at most 100")
        @Nullable List<@Nullable Tier> commissionTiers,
    @Schema(
            description =
                "Part of its charge that the customer of a job has back when the job missed its"
                    + " deadline, 0 to 1, from supplier and operator in proportion; 0 when left out",
            examples = "0.3")
        @Nullable Double deadlineRefundRate) {
  /** One tier. */
  @Schema(name = "CommissionTier")
  public record Tier(
      @Schema(description = "What the customer has been charged before, CNY", examples = "1000000")
          @Nullable BigDecimal fromCny,
      @Schema(description = "0 to 1", examples = "0.08") @Nullable Double rate) {}
}
