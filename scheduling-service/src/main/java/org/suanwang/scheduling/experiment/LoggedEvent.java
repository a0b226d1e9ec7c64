package org.suanwang.scheduling.experiment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event of a log, for people.
 *
 * @param sequence 0, 1, 2 … through the run
 * @param timeSeconds since the epoch
 * @param kind what happened
 * @param job id
 * @param hub where it runs, or where least is missing
 * @param deviceType on what
 * @param nodes how many nodes it holds
 * @param devices how many devices it holds some part of
 * @param firstDevices numbers of the first of them, in the fleet's counting
 * @param reason why it does not run
 * @param shortTasks how many of its tasks find no place
 * @param queue whose quota has no room
 */
public record LoggedEvent(
    long sequence,
    long timeSeconds,
    String kind,
    String job,
    @Nullable String hub,
    @Nullable String deviceType,
    @Nullable Integer nodes,
    @Nullable Integer devices,
    @Nullable List<Integer> firstDevices,
    @Nullable String reason,
    @Nullable Long shortTasks,
    @Nullable String queue) {}
