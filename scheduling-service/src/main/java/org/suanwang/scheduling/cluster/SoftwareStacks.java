package org.suanwang.scheduling.cluster;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which software stack programs for a vendor's devices are written for, by the ids of the
 * catalogue, whose claims {@code targets VENDOR} of its software stacks say so.
 */
final class SoftwareStacks {
  private static final Map<String, String> OF_VENDOR =
      Map.ofEntries(
          Map.entry("nvidia", "cuda"),
          Map.entry("amd", "rocm"),
          Map.entry("huawei", "cann"),
          Map.entry("cambricon", "bang"),
          Map.entry("hygon", "dtk"),
          Map.entry("moore-threads", "musa"),
          Map.entry("metax", "maca"),
          Map.entry("iluvatar", "corex"),
          Map.entry("biren", "biren-supa"),
          Map.entry("enflame", "topsrider"),
          Map.entry("kunlunxin", "xpu-sdk"));

  private SoftwareStacks() {}

  static @Nullable String ofVendor(String vendor) {
    return OF_VENDOR.get(vendor);
  }
}
