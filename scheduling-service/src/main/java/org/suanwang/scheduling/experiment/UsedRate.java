package org.suanwang.scheduling.experiment;

import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.throughput.Rate;
import org.suanwang.scheduling.workload.TopologyLevel;
import org.suanwang.scheduling.workload.WorkUnit;

/**
 * How fast some jobs of a run were.
 *
 * @param jobClass of these jobs
 * @param deviceType on which; CPU for nodes without devices
 * @param devices of the whole gang
 * @param level of the smallest unit that held the gang; null where rates do not hang on it
 * @param consolidated whether it was on as few nodes as will hold it; null likewise
 * @param unit in which the rate is
 * @param rate how fast, and how that is known
 * @param starts how often such a job started
 */
public record UsedRate(
    String jobClass,
    String deviceType,
    double devices,
    @Nullable TopologyLevel level,
    @Nullable Boolean consolidated,
    WorkUnit unit,
    Rate rate,
    long starts) {}
