package org.suanwang.scheduling.experiment;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.bound.Bounds;
import org.suanwang.scheduling.metrics.DeviceOrigins;
import org.suanwang.scheduling.metrics.EnergyUse;
import org.suanwang.scheduling.metrics.Fragment;
import org.suanwang.scheduling.metrics.NetworkUse;
import org.suanwang.scheduling.metrics.RunMetrics;
import org.suanwang.scheduling.metrics.ServiceResult;
import org.suanwang.scheduling.metrics.TimeSeries;
import org.suanwang.scheduling.settlement.Settlement;

/**
 * All that is kept of a finished run. The event log is not: the same input gives it again, and its
 * hash tells whether it is the same.
 *
 * @param metrics what it was worth
 * @param settlement who owes what to whom
 * @param bounds what no policy could have beaten, as far as the run went to its end
 * @param timeSeries the run over time
 * @param events how many there were
 * @param eventLogHash SHA-256 of them
 * @param rulesVersion the rules under which they came about
 * @param services what became of the requests of each service; none in what was kept before there
 *     were any
 * @param assumptions what was assumed where nothing was known
 * @param rates how fast jobs were, where something was said of throughput; none in what was kept
 *     before that was asked
 * @param reservations what nodes kept for tenants were good for; none in what was kept before that
 *     was told
 * @param energyUse what its devices drew; null in what was kept before that was told
 * @param network what data was moved between hubs; null where no job reads any
 * @param allocationForWork share of the device time that was held for work, which the bound is
 *     compared with; null in what was kept before it was told, whose bound is another
 * @param fragment what usual tasks could not use; null where it was not asked for
 * @param origins from where the devices are that jobs held; null where nothing is known of it
 */
public record SimulationResult(
    RunMetrics metrics,
    Settlement settlement,
    Bounds bounds,
    TimeSeries timeSeries,
    long events,
    String eventLogHash,
    String rulesVersion,
    List<ServiceResult> services,
    List<String> assumptions,
    List<UsedRate> rates,
    List<KeptUse> reservations,
    @Nullable EnergyUse energyUse,
    @Nullable NetworkUse network,
    @Nullable Double allocationForWork,
    @Nullable Fragment fragment,
    @Nullable DeviceOrigins origins) {
  public SimulationResult {
    rates = Objects.requireNonNullElse(rates, List.of());
    reservations = Objects.requireNonNullElse(reservations, List.of());
    services = Objects.requireNonNullElse(services, List.of());
  }

  private static final double SECONDS_PER_DAY = 86_400;

  /** Length of the window in days. */
  public double periodDays() {
    return metrics.windowSeconds() / SECONDS_PER_DAY;
  }
}
