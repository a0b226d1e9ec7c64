package org.suanwang.scheduling.store;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.experiment.Stored;
import org.suanwang.scheduling.workload.Workload;

/**
 * The workloads that were asked for last, as long as memory lasts. They never change, and the runs
 * of an experiment share them: to read a million jobs takes longer than to simulate them.
 */
final class RecentWorkloads {
  private static final int KEPT_MAX = 8;

  private final Map<String, SoftReference<Stored<Workload>>> kept =
      new LinkedHashMap<>(KEPT_MAX, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(
            Map.Entry<String, SoftReference<Stored<Workload>>> eldest) {
          return size() > KEPT_MAX;
        }
      };

  /** Null when it is not kept. */
  synchronized @Nullable Stored<Workload> find(String id) {
    SoftReference<Stored<Workload>> reference = kept.get(id);
    return reference == null ? null : reference.get();
  }

  /** Keeps it for a while; returns it. */
  synchronized Stored<Workload> keep(Stored<Workload> workload) {
    kept.put(workload.id(), new SoftReference<>(workload));
    return workload;
  }
}
