package org.suanwang.catalog.measure;

/** What a unit measures. Operations on integers and on floating-point numbers never convert. */
public enum Dimension {
  FLOATING_THROUGHPUT,
  INTEGER_THROUGHPUT,
  BANDWIDTH,
  CAPACITY,
  POWER,
  COUNT,
  AREA,
  FREQUENCY,
  WIDTH,
  TRANSFER_RATE,
  NUMBER,
  MONEY,
  PRICE_OF_TIME,
  SHARE,
  TIME,
  WORK
}
