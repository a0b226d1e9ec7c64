package org.suanwang.scheduling.load;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * A pod as it stands in a list.
 *
 * @param place its place there
 * @param job name of the job it belongs to: of its gang, or its own
 * @param isAlone whether it is in no gang
 * @param namespace where it lives
 * @param request what it asks for; its device types are those that it names itself
 * @param resource the resource that its devices are; null when it asks for none
 * @param slices of a device that it asks for instead; null when it asks for none
 * @param priority the higher, the earlier
 * @param others resources of plugins that it asks for beside
 * @param places what it insists on of its node and the simulation does not count; empty for nothing
 * @param state what it was doing
 * @param node on which it runs; empty when on none
 * @param times when it was created and started, and how long it may run
 */
record SeenPod(
    JsonEntry place,
    String job,
    boolean isAlone,
    String namespace,
    TaskRequest request,
    @Nullable String resource,
    @Nullable PodSlices slices,
    int priority,
    Set<String> others,
    String places,
    PodState state,
    String node,
    PodTimes times) {}
