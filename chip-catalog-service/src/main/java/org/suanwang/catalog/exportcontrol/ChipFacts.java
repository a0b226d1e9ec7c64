package org.suanwang.catalog.exportcontrol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an accelerator, or of a memory stack, that export rules ask for. What is null,
 * or {@link Truth#UNKNOWN}, is not known, and is never taken for zero or for no.
 *
 * @param accelerator the id in the catalogue
 * @param dieAreaSquareMillimetres of all its logic dies, without memory and dummy dies
 * @param nonPlanar whether those dies are made on a node with non-planar transistors
 * @param ioGigabytesPerSecond both directions, over all inputs and outputs except to volatile
 *     memory
 * @param dramGigabytesPerSecond of all its DRAM together
 * @param memoryStack the memory, when memory itself is asked about
 * @param dataCentre whether it is designed or marketed for use in data centres
 */
public record ChipFacts(
    String accelerator,
    List<Peak> peaks,
    @Nullable Sourced dieAreaSquareMillimetres,
    Statement nonPlanar,
    @Nullable Sourced ioGigabytesPerSecond,
    @Nullable Sourced dramGigabytesPerSecond,
    @Nullable MemoryStack memoryStack,
    Statement dataCentre) {
  public ChipFacts {
    peaks = List.copyOf(peaks);
  }

  /** A memory stack that goes by itself is no processor. */
  boolean isMemoryAlone() {
    return peaks.isEmpty() && memoryStack != null && memoryStack.coPackaged().truth() != Truth.YES;
  }
}
