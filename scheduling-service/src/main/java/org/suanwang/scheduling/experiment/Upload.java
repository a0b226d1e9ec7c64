package org.suanwang.scheduling.experiment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that comes in parts.
 *
 * @param id by which it is found
 * @param received bytes that are kept; where the next part begins
 * @param announced bytes that it will have; null when nobody said
 * @param complete whether it is whole, and takes nothing more
 * @param expiresAt when it is thrown away unless something more comes
 */
public record Upload(
    String id, long received, @Nullable Long announced, boolean complete, Instant expiresAt) {}
