package org.suanwang.scheduling.load;

import java.io.InputStream;
import org.suanwang.scheduling.check.InvalidInputException;

/**
 * What comes out of a packed file, within limits: a few megabytes can be packed so that a processor
 * is busy for hours with what comes out of them. Recorded traces become 3 to 15 times as long,
 * lists of Kubernetes some 35 times, and 150 times where all pods are the same.
 */
final class UnpackedBytes extends CountedBytes {
  /** No more than that comes out of one file. */
  static final long BYTES_MAX = 16L << 30;

  /** Nor so many times what was read of it, once it is long. */
  static final int RATIO_MAX = 200;

  /** How long it may be whatever it was packed to. */
  static final long SMALL_BYTES = 64L << 20;

  private final CountedBytes packed;

  /**
   * Bounds a stream.
   *
   * @param unpacked what comes out
   * @param packed what it is read from
   */
  UnpackedBytes(InputStream unpacked, CountedBytes packed) {
    super(unpacked);
    this.packed = packed;
  }

  @Override
  void add(int bytes) {
    super.add(bytes);
    if (count() > BYTES_MAX) {
      throw new InvalidInputException(
          "(body)",
          "more than " + BYTES_MAX + " bytes",
          "must have at most so many once it is unpacked",
          "send a smaller trace");
    }
    if (count() > SMALL_BYTES && count() / RATIO_MAX > packed.count()) {
      throw new InvalidInputException(
          "(body)",
          "%d bytes of %d".formatted(count(), packed.count()),
          "what is longer than %d bytes must not be packed to less than 1/%d of them"
              .formatted(SMALL_BYTES, RATIO_MAX),
          "send it unpacked");
    }
  }
}
