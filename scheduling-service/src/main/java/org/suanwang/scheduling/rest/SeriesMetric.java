package org.suanwang.scheduling.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.metrics.TimeSeries;

/** What of a simulation's time series a dashboard can ask for; means over a bucket. */
enum SeriesMetric {
  /** Share of all devices that is held. */
  ALLOCATION("suanwang_simulation_allocation_ratio"),
  /** Devices held. */
  DEVICES_ALLOCATED("suanwang_simulation_devices_allocated"),
  /** Running jobs. */
  JOBS_RUNNING("suanwang_simulation_jobs_running"),
  /** Waiting jobs. */
  JOBS_WAITING("suanwang_simulation_jobs_waiting"),
  /** Power drawn, kW. */
  POWER("suanwang_simulation_power_kilowatts"),
  /** What it costs, CNY an hour. */
  ENERGY_COST("suanwang_simulation_energy_cost_cny_per_hour"),
  /** What usual tasks could not use, devices. */
  FRAGMENT("suanwang_simulation_fragment_devices"),
  /** Share of what was free. */
  FRAGMENT_SHARE("suanwang_simulation_fragment_of_free_ratio");

  private final String metricName;

  SeriesMetric(String metricName) {
    this.metricName = metricName;
  }

  static Optional<SeriesMetric> find(String name) {
    return Arrays.stream(values()).filter(m -> m.metricName.equals(name)).findFirst();
  }

  static List<String> names() {
    return Arrays.stream(values()).map(SeriesMetric::metricName).toList();
  }

  String metricName() {
    return metricName;
  }

  /** Null where it is not known. */
  @Nullable Double of(TimeSeries.Point point) {
    return switch (this) {
      case ALLOCATION -> point.allocation();
      case DEVICES_ALLOCATED -> point.devicesAllocated();
      case JOBS_RUNNING -> point.jobsRunning();
      case JOBS_WAITING -> point.jobsWaiting();
      case POWER -> point.powerKilowatts();
      case ENERGY_COST -> point.energyCostCnyPerHour();
      case FRAGMENT -> point.fragment() == null ? null : (Double) point.fragment().devices();
      case FRAGMENT_SHARE -> point.fragment() == null ? null : point.fragment().shareOfFree();
    };
  }
}
