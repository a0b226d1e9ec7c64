package org.suanwang.scheduling.throughput;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.workload.Precision;

/**
 * Operations per second of one device where nothing was measured: what the roofline allows
 * (Williams, Waterman and Patterson 2009), the lower of the dense peak and of memory bandwidth ×
 * arithmetic intensity, × efficiency × what porting leaves. All of it is assumed.
 */
final class DerivedRates {
  private static final double PER_TERA = 1e12;
  private static final double PER_GIGA = 1e9;

  private final ThroughputRule rule;
  private final Map<String, DeviceType> types;
  private final Map<String, ClassProfile> profiles = new HashMap<>();

  DerivedRates(ThroughputRule rule, Map<String, DeviceType> types) {
    this.rule = rule;
    this.types = types;
    rule.classes().forEach(c -> profiles.put(c.jobClass(), c));
  }

  ClassProfile profile(String jobClass) {
    return profiles.getOrDefault(jobClass, ClassProfile.unknown(jobClass));
  }

  /** FLOP/s of one device; null when the type or its peak is unknown. */
  @Nullable Rate find(String jobClass, @Nullable Precision asked, String deviceType) {
    DeviceType type = types.get(deviceType);
    ClassProfile profile = profile(jobClass);
    Rate roofline = type == null ? null : roofline(type, profile, asked);
    if (type == null || roofline == null) {
      return null;
    }
    EfficiencyFactor efficiency = efficiency(type, jobClass);
    Rate reached =
        roofline.times(
            efficiency.share(), " × " + efficiency.share() + " efficiency", efficiency.source());
    String from = profile.softwareStack();
    String to = type.stack();
    if (from == null || from.equals(to)) {
      return reached;
    }
    PortingFactor porting = porting(from, to == null ? "unknown" : to);
    String text = " × %s porting %s to %s".formatted(porting.share(), from, porting.to());
    return reached.times(porting.share(), text, porting.source());
  }

  private static @Nullable Rate roofline(
      DeviceType type, ClassProfile profile, @Nullable Precision asked) {
    Precision wanted = asked == null ? profile.precision() : asked;
    Precision precision = wanted == null ? Precision.FP16 : wanted;
    Double stated = type.peak(precision);
    Double peak = stated == null ? type.peak(Precision.FP16) : stated;
    if (peak == null) {
      return null;
    }
    String name =
        stated == null ? "FP16, of " + precision + " nothing is stated" : precision.name();
    String compute = "%s TFLOP/s dense %s of %s".formatted(peak, name, type.id());
    String source = type.source() == DeviceType.Source.CATALOGUE ? "catalogue" : "request";
    Double bandwidth = type.memoryBandwidthGBps();
    Double intensity = profile.flopPerByte();
    if (intensity == null || bandwidth == null) {
      return new Rate(peak * PER_TERA, Rate.Basis.ASSUMED, compute, source);
    }
    double flops = Math.min(peak * PER_TERA, intensity * bandwidth * PER_GIGA);
    String both = "min(%s, %s FLOP/byte × %s GB/s)".formatted(compute, intensity, bandwidth);
    return new Rate(flops, Rate.Basis.ASSUMED, both, source);
  }

  private EfficiencyFactor efficiency(DeviceType type, String jobClass) {
    return rule.efficiencies().stream()
        .filter(e -> e.matches(type.id(), type.vendor(), jobClass))
        .min(Comparator.comparingInt(EfficiencyFactor::specificity).reversed())
        .orElse(AssumedFactors.EFFICIENCY);
  }

  private PortingFactor porting(String from, String to) {
    return rule.portings().stream()
        .filter(p -> p.from().equals(from) && p.to().equals(to))
        .findFirst()
        .orElseGet(() -> AssumedFactors.porting(from, to));
  }
}
