package org.suanwang.market.uncertainty;

import java.util.concurrent.CancellationException;

/** Hears how far a run is, and may end it. Called from several threads. */
@FunctionalInterface
public interface Progress {
  /** Hears nothing and ends nothing. */
  Progress NONE = worlds -> true;

  /**
   * Some worlds more have been computed.
   *
   * @param worlds how many more
   * @return whether to go on
   */
  boolean advanced(long worlds);

  /**
   * Tells of more worlds.
   *
   * @throws CancellationException when the run is to end
   */
  default void requireGoingOn(long worlds) {
    if (!advanced(worlds)) {
      throw new CancellationException("the run was cancelled");
    }
  }
}
