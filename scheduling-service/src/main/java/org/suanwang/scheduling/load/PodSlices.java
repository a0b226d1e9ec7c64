package org.suanwang.scheduling.load;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Slices of devices that a pod asks for, of one kind.
 *
 * @param resource that counts them
 * @param count how many
 * @param leavesGang whether it is a job of its own for that, though it is in a gang
 */
record PodSlices(MigResource resource, int count, boolean leavesGang) {
  /** What it asks for; null when that is nothing, or of several kinds. */
  static @Nullable PodSlices find(JsonEntry pod, Set<MigResource> slices) {
    if (slices.size() != 1) {
      return null;
    }
    MigResource one = slices.iterator().next();
    int count = new PodResources(pod).amount(one.name()).intValue();
    return new PodSlices(one, count, count > 1 && PodGroup.find(pod) != null);
  }
}
