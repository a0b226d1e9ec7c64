package org.suanwang.scheduling.rest;

import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.experiment.Stored;
import org.suanwang.scheduling.workload.Workload;

/** Keeps recorded traces that are sent as a stream; put together in {@code boot}. */
public interface TraceLoader {
  /** What the option of this name is. */
  String DEVICE_RESOURCES =
      "For kubernetes: names of the resources that are devices, with commas between; those of the"
          + " usual device plugins where left out";

  /** What the option of this name is. */
  String DEVICE_TYPE_LABEL =
      "For kubernetes: the label of nodes that names the type of their devices; those of the usual"
          + " device plugins where left out";

  /** What the option of this name is. */
  String AT =
      "For kubernetes with runSeconds: when the list was taken, second 0 of the workload, as"
          + " 2026-11-30T12:00:00Z; where left out, the latest time that stands in the list";

  /** What the parameter of this name is. */
  String UPLOAD = "Id of a complete upload that holds the trace; the body is empty then";

  /**
   * What a request says of a trace.
   *
   * @param format id of the format
   * @param name for people
   * @param options how it is to be read, by name
   * @param key idempotency key
   * @param upload id of a complete upload that holds the trace; null when it is the body
   */
  record Query(
      @Nullable String format,
      @Nullable String name,
      Map<String, String> options,
      @Nullable String key,
      @Nullable String upload) {}

  /**
   * What became of a node list.
   *
   * @param leftOut nodes that are not in the fleet, by the reason
   * @param changed nodes that are not quite as the list has them, by what was not taken
   */
  record LoadedFleet(
      Stored<Fleet> fleet, Map<String, Integer> leftOut, Map<String, Integer> changed) {}

  /** Keeps a node list. */
  LoadedFleet loadFleet(Query query, InputStream body);

  /**
   * What became of a job list.
   *
   * @param leftOut entries that are not among the jobs, by the reason
   * @param changed jobs that are not quite as the trace has them, by what was done
   */
  record Loaded(
      Stored<Workload> workload, Map<String, Integer> leftOut, Map<String, Integer> changed) {}

  /** Keeps a job list. */
  Loaded loadWorkload(Query query, InputStream body);
}
