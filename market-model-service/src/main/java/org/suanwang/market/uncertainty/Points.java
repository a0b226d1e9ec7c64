package org.suanwang.market.uncertainty;

/**
 * Points of the unit cube, one coordinate an input. Immutable: any block of any batch can be asked
 * for at any time, on any thread.
 */
public interface Points {
  /** Into so many parts a sample is divided, whatever the number of threads. */
  int BATCHES = 32;

  /**
   * Coordinates of consecutive points.
   *
   * @param batch below {@value #BATCHES}
   * @param start the number of the first point, a multiple of the block size
   * @param coordinates one array an input; every number put there is above 0 and below 1
   * @param n how many points, at most a block
   */
  void fill(int batch, long start, double[][] coordinates, int n);
}
