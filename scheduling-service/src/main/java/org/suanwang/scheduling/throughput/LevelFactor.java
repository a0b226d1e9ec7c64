package org.suanwang.scheduling.throughput;

import org.suanwang.scheduling.workload.TopologyLevel;

/**
 * Which share of its speed a gang keeps that only a unit of this level holds whole.
 *
 * @param level of that unit
 * @param share above 0, at most 1
 * @param source who says so
 */
public record LevelFactor(TopologyLevel level, double share, String source) {}
