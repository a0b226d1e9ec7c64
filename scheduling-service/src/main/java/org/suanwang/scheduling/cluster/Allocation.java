package org.suanwang.scheduling.cluster;

/**
 * What a running gang holds.
 *
 * @param group where all of it is
 * @param nodes its nodes, each once
 * @param tasksOnNode number of tasks on each of them
 * @param devices its devices, node by node; a device carries several shares of one gang as often
 * @param milliOnDevice thousandths held on each entry of {@code devices}
 */
@SuppressWarnings("ArrayRecordComponent") // half a million of these live at once; nobody compares
public record Allocation(
    int group, int[] nodes, int[] tasksOnNode, int[] devices, int milliOnDevice) {}
