package org.suanwang.scheduling.experiment;

import java.time.Instant;

/**
 * Something that was kept under an id.
 *
 * @param id given when it was kept
 * @param createdAt when that was
 * @param value the thing itself
 */
public record Stored<T>(String id, Instant createdAt, T value) {}
