package org.suanwang.scheduling.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How clusters on Kubernetes call devices: names of resources, and labels that tell the type. */
final class DeviceResources {
  /** Resources that device plugins of the makers advertise. */
  static final List<String> USUAL =
      List.of(
          "nvidia.com/gpu",
          "amd.com/gpu",
          "huawei.com/Ascend910",
          "huawei.com/Ascend310P",
          "huawei.com/Ascend310",
          "cambricon.com/mlu",
          "hygon.com/dcu",
          "mthreads.com/gpu",
          "metax-tech.com/gpu",
          "enflame.com/gcu",
          "gpu.intel.com/i915",
          "habana.ai/gaudi",
          "google.com/tpu");

  private static final List<String> TYPE_LABELS =
      List.of(
          "nvidia.com/gpu.product",
          "amd.com/gpu.product-name",
          "node.kubernetes.io/npu.chip.name",
          "cambricon.com/mlu.product",
          "cloud.google.com/gke-accelerator",
          "accelerator");

  /** Between the maker's domain and the profile of a slice. */
  private static final String SLICE = "/mig-";

  private DeviceResources() {}

  /** Whether a label tells the type of devices. */
  static boolean isTypeLabel(String label, @Nullable String told) {
    return told == null ? TYPE_LABELS.contains(label) : told.equals(label);
  }

  /**
   * The type that labels, or a selector of labels, name. A slice is another type than the device it
   * is of, named as NVIDIA's plugin does where a node has slices only.
   *
   * @param told the only label that is looked at; null for those that are usual
   * @param resource what is wanted of that type
   */
  static @Nullable String findType(JsonNode labels, @Nullable String told, String resource) {
    int slice = resource.indexOf(SLICE);
    for (String label : told == null ? TYPE_LABELS : List.of(told)) {
      String value = labels.path(label).asText("").strip();
      if (!value.isEmpty()) {
        return slice < 0 ? value : value + "-MIG-" + resource.substring(slice + SLICE.length());
      }
    }
    return null;
  }
}
