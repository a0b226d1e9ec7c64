package org.suanwang.scheduling.throughput;

import org.jspecify.annotations.Nullable;

/**
 * A measured throughput.
 *
 * @param jobClass of these jobs
 * @param deviceType id of the device type
 * @param devices of the whole gang
 * @param consolidated whether the gang was on as few nodes as will hold it; null for either
 * @param stepsPerSecond of the whole gang
 * @param source who measured it, or where it is printed
 */
public record ThroughputRow(
    String jobClass,
    String deviceType,
    int devices,
    @Nullable Boolean consolidated,
    double stepsPerSecond,
    String source) {}
