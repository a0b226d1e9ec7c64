package org.suanwang.scheduling.experiment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list, newest first.
 *
 * @param items the part
 * @param nextCursor where the next part starts; null after the last
 */
public record Page<T>(List<T> items, @Nullable Long nextCursor) {}
