package org.suanwang.scheduling.inference;

/** Which replica a request goes to when it arrives; among equals the first. */
public enum Router {
  /** One after the other. */
  ROUND_ROBIN,
  /** The one with the fewest requests that wait or are served. */
  LEAST_OUTSTANDING,
  /**
   * Join the shortest queue: the one with the fewest prompt tokens that wait or are read, as in
   * Splitwise; among equals the one with the fewest requests.
   */
  SHORTEST_QUEUE
}
