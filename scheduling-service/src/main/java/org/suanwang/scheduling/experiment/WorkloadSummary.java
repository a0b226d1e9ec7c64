package org.suanwang.scheduling.experiment;

import java.time.Instant;

/** A kept workload in a list. */
public record WorkloadSummary(String id, String name, int jobs, Instant createdAt) {}
