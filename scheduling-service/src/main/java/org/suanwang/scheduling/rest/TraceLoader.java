package org.suanwang.scheduling.rest;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.experiment.Stored;
import org.suanwang.scheduling.workload.Workload;

/** Keeps recorded traces that are sent as a stream; put together in {@code boot}. */
public interface TraceLoader {
  /** Keeps a node list. */
  Stored<Fleet> loadFleet(
      @Nullable String format, @Nullable String name, @Nullable String key, InputStream body);

  /**
   * What became of a job list.
   *
   * @param jobsLeftOut entries that are no job that ran; null where the format has none such
   */
  record Loaded(Stored<Workload> workload, @Nullable Integer jobsLeftOut) {}

  /** Keeps a job list; run time of every job if the list has no times. */
  Loaded loadWorkload(
      @Nullable String format,
      @Nullable String name,
      @Nullable String runSeconds,
      @Nullable String key,
      InputStream body);
}
