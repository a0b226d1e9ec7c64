package org.suanwang.scheduling.experiment;

import java.time.Instant;

/** A kept fleet in a list. */
public record FleetSummary(String id, String name, long nodes, long devices, Instant createdAt) {}
