package org.suanwang.scheduling.cycle;

/**
 * How good a place for a gang is beside others.
 *
 * @param height how high the unit of the network is in which it was to be kept together; 0 where
 *     that was not asked
 * @param badness how much worse than perfect its nodes are, over all tasks; 0 is best
 * @param tie tells equal ones apart, the lower the better
 */
record PlaceQuality(int height, long badness, int tie) {
  static final PlaceQuality WORST =
      new PlaceQuality(Integer.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE);

  boolean isBetterThan(PlaceQuality other) {
    if (height != other.height) {
      return height < other.height;
    }
    return badness == other.badness ? tie < other.tie : badness < other.badness;
  }
}
