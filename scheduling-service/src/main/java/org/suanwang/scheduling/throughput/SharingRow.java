package org.suanwang.scheduling.throughput;

import org.jspecify.annotations.Nullable;

/**
 * What a job keeps of its speed beside another on the same devices.
 *
 * @param jobClass of the job
 * @param beside the class of the other
 * @param deviceType id of the type they share; null for any that no other row names
 * @param share of its speed alone, above 0, at most 1
 * @param source who measured it, or where it is printed
 */
public record SharingRow(
    String jobClass, String beside, @Nullable String deviceType, double share, String source) {}
