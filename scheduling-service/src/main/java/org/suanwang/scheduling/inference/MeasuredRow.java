package org.suanwang.scheduling.inference;

/**
 * One measurement of a replica: a batch of equal prompts is read, then answered token by token.
 *
 * @param promptTokens tokens of each prompt
 * @param batchSize prompts of the batch
 * @param promptSeconds until the first token of all of them, s
 * @param tokenSeconds per token after the first, s
 */
public record MeasuredRow(
    int promptTokens, int batchSize, double promptSeconds, double tokenSeconds) {
  public MeasuredRow {
    if (promptTokens < 1 || batchSize < 1 || !(promptSeconds > 0 && tokenSeconds > 0)) {
      throw new IllegalArgumentException("a measurement has positive sizes and times");
    }
  }

  /** Tokens of all prompts of the batch. */
  public long batchTokens() {
    return (long) promptTokens * batchSize;
  }
}
