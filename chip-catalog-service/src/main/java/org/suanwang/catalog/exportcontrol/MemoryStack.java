package org.suanwang.catalog.exportcontrol;

import org.jspecify.annotations.Nullable;

/**
 * A stack, or a package of stacks, of high bandwidth memory.
 *
 * @param bandwidthGigabytesPerSecond null when not known
 * @param areaSquareMillimetres of the package, or of the stack when there is none; null when not
 *     known
 * @param coPackaged whether it sits in a package with logic that is the dominant function
 */
public record MemoryStack(
    @Nullable Sourced bandwidthGigabytesPerSecond,
    @Nullable Sourced areaSquareMillimetres,
    Statement coPackaged) {}
