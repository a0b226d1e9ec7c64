package org.suanwang.scheduling.throughput;

import org.jspecify.annotations.Nullable;

/**
 * Which share of what the roofline allows is reached. Of several that match, the one that says more
 * counts, and of these the first.
 *
 * @param deviceType on which; null on any
 * @param vendor of whose devices; null of anybody's
 * @param jobClass of which jobs; null of any
 * @param share above 0, at most 1
 * @param source who says so
 */
public record EfficiencyFactor(
    @Nullable String deviceType,
    @Nullable String vendor,
    @Nullable String jobClass,
    double share,
    String source) {
  int specificity() {
    return (deviceType == null ? 0 : 1) + (vendor == null ? 0 : 1) + (jobClass == null ? 0 : 1);
  }

  boolean matches(String type, @Nullable String itsVendor, String itsClass) {
    return (deviceType == null || deviceType.equals(type))
        && (vendor == null || vendor.equals(itsVendor))
        && (jobClass == null || jobClass.equals(itsClass));
  }
}
