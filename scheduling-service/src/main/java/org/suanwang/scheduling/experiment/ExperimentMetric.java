package org.suanwang.scheduling.experiment;

import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.bound.Bounds;
import org.suanwang.scheduling.metrics.Deadlines;
import org.suanwang.scheduling.metrics.DeviceOrigins;
import org.suanwang.scheduling.metrics.EnergyUse;
import org.suanwang.scheduling.metrics.Fragment;
import org.suanwang.scheduling.metrics.NetworkUse;
import org.suanwang.scheduling.metrics.RunMetrics;
import org.suanwang.scheduling.metrics.ServiceResult;

/** A number by which the runs of an experiment are compared. */
public enum ExperimentMetric {
  COMPLETION_MEAN("completionSecondsMean", "s", false) {
    @Override
    public @Nullable Double value(SimulationResult result) {
      return ofCompleted(result, result.metrics().completion().mean());
    }
  },
  COMPLETION_P50("completionSecondsP50", "s", false) {
    @Override
    public @Nullable Double value(SimulationResult result) {
      return ofCompleted(result, (double) result.metrics().completion().p50());
    }
  },
  COMPLETION_P95("completionSecondsP95", "s", false) {
    @Override
    public @Nullable Double value(SimulationResult result) {
      return ofCompleted(result, (double) result.metrics().completion().p95());
    }
  },
  COMPLETION_P99("completionSecondsP99", "s", false) {
    @Override
    public @Nullable Double value(SimulationResult result) {
      return ofCompleted(result, (double) result.metrics().completion().p99());
    }
  },
  WAIT_MEAN("waitSecondsMean", "s", false) {
    @Override
    public @Nullable Double value(SimulationResult result) {
      var waiting = result.metrics().waiting();
      return waiting.count() == 0 ? null : (Double) waiting.mean();
    }
  },
  WAIT_P95("waitSecondsP95", "s", false) {
    @Override
    public @Nullable Double value(SimulationResult result) {
      var waiting = result.metrics().waiting();
      return waiting.count() == 0 ? null : (Double) (double) waiting.p95();
    }
  },
  BOUNDED_SLOWDOWN("boundedSlowdownMean", "1", false) {
    @Override
    public @Nullable Double value(SimulationResult result) {
      return ofCompleted(result, result.metrics().boundedSlowdownMean());
    }
  },
  MAKESPAN("makespanSeconds", "s", false) {
    @Override
    public @Nullable Double value(SimulationResult result) {
      RunMetrics m = result.metrics();
      return m.makespanSeconds() == 0 ? null : (Double) (double) m.makespanSeconds();
    }
  },
  ALLOCATION("allocation", "1", true) {
    @Override
    public @Nullable Double value(SimulationResult result) {
      return result.metrics().allocation();
    }
  },
  UTILISATION("utilisation", "1", true) {
    @Override
    public @Nullable Double value(SimulationResult result) {
      return result.metrics().utilisation();
    }
  },
  FRAGMENTATION("fragmentationAtEnd", "1", false) {
    @Override
    public @Nullable Double value(SimulationResult result) {
      return result.metrics().fragmentationAtEnd();
    }
  },
  /** Over the window; null where it was not asked for, and where nothing was ever free. */
  FRAGMENT("fragmentShareOfFree", "1", false) {
    @Override
    public @Nullable Double value(SimulationResult result) {
      Fragment fragment = result.fragment();
      return fragment == null ? null : fragment.mean().shareOfFree();
    }
  },
  /** Of queues, by what was due to each; null where none held anything. */
  FAIRNESS("jainIndex", "1", true) {
    @Override
    public @Nullable Double value(SimulationResult result) {
      return result.metrics().jainIndex();
    }
  },
  /** Not known where types without a stated power were used: moving jobs there would save it. */
  ENERGY("energyKilowattHours", "kW.h", false) {
    @Override
    public @Nullable Double value(SimulationResult result) {
      var energy = result.metrics().energy();
      return energy.typesWithoutPower().isEmpty() ? (Double) energy.kilowattHours() : null;
    }
  },
  /** Held and idle devices; not known where the power of a type of the fleet is not. */
  ENERGY_USE("energyUseKilowattHours", "kW.h", false) {
    @Override
    public @Nullable Double value(SimulationResult result) {
      EnergyUse use = result.energyUse();
      return use == null || !use.typesWithoutPower().isEmpty()
          ? null
          : (Double) use.kilowattHours();
    }
  },
  /** Of the same energy; not known where the tariff of a hub is not: moving jobs there saves it. */
  ENERGY_COST("energyCostCny", "CNY", false) {
    @Override
    public @Nullable Double value(SimulationResult result) {
      EnergyUse use = result.energyUse();
      return use == null || ENERGY_USE.value(result) == null || !use.hubsWithoutTariff().isEmpty()
          ? null
          : use.costCny();
    }
  },
  /** Likewise. */
  CARBON("carbonKilograms", "kg", false) {
    @Override
    public @Nullable Double value(SimulationResult result) {
      EnergyUse use = result.energyUse();
      return use == null || ENERGY_USE.value(result) == null || !use.hubsWithoutCarbon().isEmpty()
          ? null
          : use.carbonKilograms();
    }
  },
  /** More is better: it is the operator's income. */
  FEE("feeCny", "CNY", true) {
    @Override
    public @Nullable Double value(SimulationResult result) {
      return result.settlement().commissionMicroCny() / MICRO;
    }
  },
  /** Share of the deadlines that were kept; null without any. */
  DEADLINES_MET("deadlinesMetShare", "1", true) {
    @Override
    public @Nullable Double value(SimulationResult result) {
      Deadlines deadlines = result.metrics().deadlines();
      return deadlines == null ? null : deadlines.metShare();
    }
  },
  MAKESPAN_GAP("makespanGap", "1", false) {
    @Override
    public @Nullable Double value(SimulationResult result) {
      Long least = result.bounds().makespanSecondsMin();
      return gap(MAKESPAN.value(result), least == null ? null : (Double) (double) least);
    }
  },
  COMPLETION_GAP("completionSecondsMeanGap", "1", false) {
    @Override
    public @Nullable Double value(SimulationResult result) {
      Bounds bounds = result.bounds();
      return gap(COMPLETION_MEAN.value(result), bounds.completionSecondsMeanMin());
    }
  },
  /** How much less was held for work than could have been, from 0 to 1: less is better. */
  ALLOCATION_GAP("allocationGap", "1", false) {
    @Override
    public @Nullable Double value(SimulationResult result) {
      Double gap = gap(result.allocationForWork(), result.bounds().allocationMax());
      return gap == null || gap == 0 ? gap : (Double) (-gap);
    }
  },
  /** Over the requests of all services; those of no service have none. */
  SLO_ATTAINMENT("sloAttainment", "1", true) {
    @Override
    public @Nullable Double value(SimulationResult result) {
      double met = 0;
      double arrived = 0;
      for (ServiceResult service : result.services()) {
        met += service.fluid().attainment() * service.fluid().arrived();
        arrived += service.fluid().arrived();
      }
      return arrived == 0 ? null : (Double) (met / arrived);
    }
  },
  /** Share of held device time on devices from the fleet's country; null when not known. */
  DOMESTIC_SHARE("domesticShare", "1", true) {
    @Override
    public @Nullable Double value(SimulationResult result) {
      DeviceOrigins origins = result.origins();
      return origins == null ? null : origins.domesticShare();
    }
  },
  /** What was moved between hubs; null where no job reads data. */
  DATA_TRANSFERRED("dataTransferredGigabytes", "GB", false) {
    @Override
    public @Nullable Double value(SimulationResult result) {
      NetworkUse network = result.network();
      return network == null ? null : (Double) (network.megabytes() / MEGABYTES_PER_GIGABYTE);
    }
  },
  /** What that cost; likewise. */
  DATA_COST("dataCostCny", "CNY", false) {
    @Override
    public @Nullable Double value(SimulationResult result) {
      NetworkUse network = result.network();
      return network == null ? null : (Double) (network.microCny() / MICRO);
    }
  };

  private static final double GAP_MIN = 1e-9;
  private static final double MICRO = 1e6;
  private static final double MEGABYTES_PER_GIGABYTE = 1e3;

  private final String field;
  private final String unit;
  private final boolean moreIsBetter;

  ExperimentMetric(String field, String unit, boolean moreIsBetter) {
    this.field = field;
    this.unit = unit;
    this.moreIsBetter = moreIsBetter;
  }

  /** Of a result; null where it has no meaning or is not known. */
  public abstract @Nullable Double value(SimulationResult result);

  private static @Nullable Double ofCompleted(SimulationResult result, double value) {
    return result.metrics().jobsCompleted() == 0 ? null : (Double) value;
  }

  /** Bounds are rounded away from what is possible; so small a gap is none. */
  private static @Nullable Double gap(@Nullable Double metric, @Nullable Double bound) {
    if (metric == null || bound == null || bound == 0) {
      return null;
    }
    double gap = metric / bound - 1;
    return Math.abs(gap) < GAP_MIN ? 0 : gap;
  }

  /** As in answers and tables. */
  public String field() {
    return field;
  }

  /** 1 for shares and ratios. */
  public String unit() {
    return unit;
  }

  public boolean moreIsBetter() {
    return moreIsBetter;
  }
}
