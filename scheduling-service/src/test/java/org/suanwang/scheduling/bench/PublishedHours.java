package org.suanwang.scheduling.bench;

/**
 * Mean completion in hours that Gavel's authors print in their notebooks, of jobs 4,000 to 5,000 of
 * seed 0, by jobs an hour as in {@code RoundStudy.RATES}; 0 where they print none.
 */
final class PublishedHours {
  static final double[] FIFO_AGNOSTIC = {17.58, 18.32, 25.38, 99.19, 151.67, 0, 0};
  static final double[] FIFO_AWARE = {15.31, 15.45, 17.08, 22.24, 56.69, 104.12, 150.04};
  static final double[] LAS_AGNOSTIC = {23.26, 23.47, 23.49, 35.79, 63.78, 95.99, 0};
  static final double[] ALLOX = {17.58, 16.93, 17.13, 20.92, 21.96, 25.32, 0};
  static final double[] LAS_AWARE = {17.58, 16.95, 16.82, 18.97, 22.02, 28.96, 41.23};
  static final double[] LAS_SHARING = {18.42, 18.26, 16.96, 18.67, 19.14, 19.64, 20.42};
  static final double[] FTF_AGNOSTIC = {23.26, 23.47, 23.43, 34.93, 64.46, 85.54, 109.14};
  static final double[] FTF_AWARE = {17.58, 17.07, 17.57, 20.43, 23.38, 30.47, 43.05};

  private PublishedHours() {}
}
