package org.suanwang.scheduling.inference;

/**
 * Requests that are alike.
 *
 * @param name unique in its service
 * @param prompt tokens that are read before the first is written
 * @param answer tokens that are written; independent of the prompt
 * @param rate how many arrive when
 * @param objectives what they are to be given
 */
public record RequestClass(
    String name,
    TokenLengths prompt,
    TokenLengths answer,
    RequestRate rate,
    Objectives objectives) {
  /** Tokens of prompt and answer together, on average. */
  public double tokens() {
    return prompt.mean() + answer.mean();
  }
}
