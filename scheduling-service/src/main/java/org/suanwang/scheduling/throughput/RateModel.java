package org.suanwang.scheduling.throughput;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.workload.Precision;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.WorkUnit;

/** Finds how fast a gang of a class is on devices of a type, measured before derived. */
final class RateModel {
  private static final Rate ALIKE =
      new Rate(1, Rate.Basis.ASSUMED, "1: a peak is unknown, so the types count as alike", "");

  private final MeasuredRates measured;
  private final DerivedRates derived;

  /**
   * What is done by whom.
   *
   * @param precision null takes that of the class
   * @param milli devices of the whole gang in thousandths
   */
  record Gang(String jobClass, WorkUnit unit, @Nullable Precision precision, long milli) {
    double devices() {
      return milli / (double) TaskRequest.MILLI;
    }
  }

  RateModel(ThroughputRule rule, Fleet fleet) {
    Map<String, DeviceType> types = new HashMap<>();
    fleet.deviceTypes().forEach(t -> types.put(t.id(), t));
    rule.referenceDevices().forEach(t -> types.putIfAbsent(t.id(), t));
    measured = new MeasuredRates(rule.rows());
    derived = new DerivedRates(rule, types);
  }

  /**
   * The rate of a gang on a type; null when nothing tells it.
   *
   * @param reference the type on which seconds were timed
   */
  @Nullable Rate find(Gang gang, @Nullable String reference, String type, boolean consolidated) {
    return switch (gang.unit()) {
      case SECONDS -> seconds(gang, reference, type, consolidated);
      case STEPS -> steps(gang, type, consolidated);
      case GIGAFLOP -> gigaflop(gang, type, consolidated);
    };
  }

  /**
   * What a gang does with fewer devices, as a part of what it does with all, on as few nodes as
   * will hold it; null when nothing was measured.
   *
   * @param fewer thousandths of a device
   */
  @Nullable Double part(Gang gang, String type, long fewer) {
    String measuredOn = measuredOn(gang.jobClass(), type);
    if (measuredOn == null) {
      return null;
    }
    Rate all = measured.find(gang.jobClass(), measuredOn, gang.milli(), true);
    Rate some = measured.find(gang.jobClass(), measuredOn, fewer, true);
    return all == null || some == null ? null : (Double) (some.perSecond() / all.perSecond());
  }

  /** How much more a device does at most in a smaller gang than in this one, at least 1. */
  double gainOfFewer(Gang gang, String type) {
    String measuredOn = measuredOn(gang.jobClass(), type);
    Rate all =
        measuredOn == null ? null : measured.find(gang.jobClass(), measuredOn, gang.milli(), true);
    return all == null || measuredOn == null
        ? 1
        : Math.max(
            1,
            measured.mostPerDevice(gang.jobClass(), measuredOn) * gang.devices() / all.perSecond());
  }

  /** The type itself, else the first on which the class was measured; null when there is none. */
  private @Nullable String measuredOn(String jobClass, String type) {
    Set<String> types = measured.types(jobClass);
    return types.contains(type) ? type : types.stream().findFirst().orElse(null);
  }

  private @Nullable Rate steps(Gang gang, String type, boolean consolidated) {
    Rate own = measured.find(gang.jobClass(), type, gang.milli(), consolidated);
    if (own != null) {
      return own;
    }
    Rate here = derived.find(gang.jobClass(), gang.precision(), type);
    if (here == null) {
      return null;
    }
    Rate fromOther = byOtherType(gang, here, consolidated);
    Double flopPerStep = derived.profile(gang.jobClass()).flopPerStep();
    if (fromOther != null || flopPerStep == null) {
      return fromOther;
    }
    return here.times(
        gang.devices() / flopPerStep,
        " × %s devices ÷ %s FLOP a step".formatted(gang.devices(), flopPerStep),
        derived.profile(gang.jobClass()).source());
  }

  /** By the first type on which the class was measured and of which the peak is known. */
  private @Nullable Rate byOtherType(Gang gang, Rate here, boolean consolidated) {
    for (String other : measured.types(gang.jobClass())) {
      Rate there = derived.find(gang.jobClass(), gang.precision(), other);
      Rate steps = measured.find(gang.jobClass(), other, gang.milli(), consolidated);
      if (there != null && steps != null) {
        Rate ratio = here.over(there);
        return steps.assumed().times(ratio.perSecond(), " × " + ratio.formula(), ratio.source());
      }
    }
    return null;
  }

  private @Nullable Rate gigaflop(Gang gang, String type, boolean consolidated) {
    Double flopPerStep = derived.profile(gang.jobClass()).flopPerStep();
    Rate own = measured.find(gang.jobClass(), type, gang.milli(), consolidated);
    if (own != null && flopPerStep != null) {
      return own.times(
          flopPerStep / WorkUnit.FLOP_PER_GIGAFLOP,
          " × " + flopPerStep + " FLOP a step",
          derived.profile(gang.jobClass()).source());
    }
    Rate here = derived.find(gang.jobClass(), gang.precision(), type);
    return here == null
        ? null
        : here.times(
            gang.devices() / WorkUnit.FLOP_PER_GIGAFLOP, " × " + gang.devices() + " devices", "");
  }

  /** Seconds on the reference device, on as few nodes as will hold the gang, done in a second. */
  private Rate seconds(Gang gang, @Nullable String reference, String type, boolean consolidated) {
    String from = reference == null ? type : reference;
    Rate here = measured.find(gang.jobClass(), type, gang.milli(), consolidated);
    Rate there = measured.find(gang.jobClass(), from, gang.milli(), true);
    if (here != null && there != null && !(from.equals(type) && consolidated)) {
      return here.over(there);
    }
    if (from.equals(type)) {
      return new Rate(1, Rate.Basis.MEASURED, "1: on the type it was timed on", "workload");
    }
    Rate peakHere = derived.find(gang.jobClass(), gang.precision(), type);
    Rate peakThere = derived.find(gang.jobClass(), gang.precision(), from);
    return peakHere == null || peakThere == null ? ALIKE : peakHere.over(peakThere);
  }
}
