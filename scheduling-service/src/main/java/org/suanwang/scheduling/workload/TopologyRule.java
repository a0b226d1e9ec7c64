package org.suanwang.scheduling.workload;

/**
 * How close together the tasks of a gang are to be.
 *
 * @param level of the unit that is to hold all of them
 * @param required whether it waits for such a unit; else the next larger one will do, and so on
 */
public record TopologyRule(TopologyLevel level, boolean required) {}
