package org.suanwang.catalog.measure;

/** What a unit measures. Operations on integers and on floating-point numbers never convert. */
public enum Dimension {
  FLOATING_THROUGHPUT,
  INTEGER_THROUGHPUT,
  BANDWIDTH,
  CAPACITY,
  POWER,
  COUNT
}
