package org.suanwang.scheduling.inference;

/**
 * What became of the requests of a class. In a fluid their numbers are no whole ones; arrived =
 * served + waiting + dropped.
 *
 * @param name of the class
 * @param arrived requests
 * @param served of them
 * @param waiting of them at the end
 * @param dropped that gave up
 * @param promptTokens of the served requests
 * @param answerTokens of the served requests
 * @param ttftSecondsMean from arrival to first token, over the served; 0 when none was
 * @param tpotSecondsMean per token after the first, over the served; 0 when none was
 * @param ttftShare share of those that arrived whose first token came in time
 * @param tpotShare share of those that arrived whose later tokens came in time
 * @param attainment share of those that arrived that were given both; 1 when none arrived
 * @param objectives what they were to be given
 */
public record ClassResult(
    String name,
    double arrived,
    double served,
    double waiting,
    double dropped,
    double promptTokens,
    double answerTokens,
    double ttftSecondsMean,
    double tpotSecondsMean,
    double ttftShare,
    double tpotShare,
    double attainment,
    Objectives objectives) {
  /** Whether as many were given both as were to be. */
  public boolean meetsObjectives() {
    return attainment >= objectives.share();
  }
}
