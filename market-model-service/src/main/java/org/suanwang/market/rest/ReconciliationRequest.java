package org.suanwang.market.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.bridge.SimulationFinding;
import org.suanwang.market.bridge.SimulationFinding.CatalogueVersion;
import org.suanwang.market.quantity.Quantity;
import org.suanwang.market.quantity.Unit;

/**
 * What simulations found, to be set beside the model's fee.
 *
 * @param commissionRate the rate the simulations charged, 0 to 1, as one more scenario
 */
public record ReconciliationRequest(
    @NotBlank @Size(max = 100) String model,
    @Nullable BigDecimal commissionRate,
    @NotEmpty @Size(max = 100) List<@NotNull @Valid SimulationBody> simulations) {
  /**
   * One simulation's finding.
   *
   * @param utilisation 0 to 1
   * @param periodDays the simulated days that the money belongs to
   * @param fleetThroughput dense throughput of the simulated fleet
   * @param fleetCatalogVersion the catalogVersion that the scheduling service answered for the
   *     fleet
   * @param demandCatalogVersion the catalogVersion that the demand was answered with
   */
  public record SimulationBody(
      @NotBlank @Size(max = 100) String simulation,
      @NotBlank @Size(max = 100) String policy,
      @NotBlank @Size(max = 128) String resultHash,
      @NotNull BigDecimal utilisation,
      @NotNull @Valid Measure settledAmount,
      @NotNull @Valid Measure fee,
      @NotNull BigDecimal periodDays,
      @NotNull @Valid Measure fleetThroughput,
      @Nullable @Valid UsedVersion fleetCatalogVersion,
      @Nullable @Valid UsedVersion demandCatalogVersion) {
    SimulationFinding finding(String field) {
      var period = Measure.exact(field + ".periodDays", periodDays);
      return new SimulationFinding(
              simulation,
              policy,
              resultHash,
              Measure.exact(field + ".utilisation", utilisation),
              settledAmount.quantity(field + ".settledAmount"),
              fee.quantity(field + ".fee"),
              new Quantity(period, Unit.parse("day")),
              fleetThroughput.quantity(field + ".fleetThroughput"),
              UsedVersion.read(fleetCatalogVersion),
              UsedVersion.read(demandCatalogVersion))
          .require(field);
    }
  }

  /**
   * A version of the catalogue, as a fleet or a demand is answered with.
   *
   * @param stale whether it was only the last known; false when left out
   * @param origin as a demand says it; not looked at
   */
  public record UsedVersion(
      @NotBlank @Size(max = 100) String id,
      @Nullable Boolean stale,
      @Nullable @Size(max = 20) String origin) {
    static @Nullable CatalogueVersion read(@Nullable UsedVersion version) {
      return version == null
          ? null
          : new CatalogueVersion(version.id(), Boolean.TRUE.equals(version.stale()));
    }
  }
}
