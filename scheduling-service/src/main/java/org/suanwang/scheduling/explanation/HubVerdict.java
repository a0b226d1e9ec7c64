package org.suanwang.scheduling.explanation;

import org.jspecify.annotations.Nullable;

/**
 * What one hub has of one device type for a job.
 *
 * @param hub id
 * @param deviceType id; null for nodes without devices
 * @param nodes how many there are
 * @param nodesThatFit of them, those that take at least one of its tasks
 * @param tasksThatFit how many of its tasks they take together
 */
public record HubVerdict(
    String hub, @Nullable String deviceType, int nodes, int nodesThatFit, long tasksThatFit) {}
