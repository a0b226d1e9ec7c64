package org.suanwang.scheduling.inference;

import java.util.ArrayList;
import java.util.List;

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
  private static final long MICROS = 1_000_000;

  /** Tokens of prompt and answer together, on average. */
  public double tokens() {
    return prompt.mean() + answer.mean();
  }

  /**
   * Those that were recorded: the requests of each step as a rate, from the start of a clock on.
   */
  public static RequestClass recorded(
      String name, RequestTable table, StepClock clock, Objectives objectives) {
    long[] counts = new long[clock.steps()];
    int[] prompts = new int[table.size()];
    int[] answers = new int[table.size()];
    for (int request = 0; request < table.size(); request++) {
      prompts[request] = table.promptTokens(request);
      answers[request] = table.outputTokens(request);
      long step = table.arrivalMicros(request) / MICROS / clock.stepSeconds();
      if (step < counts.length) {
        counts[(int) step]++;
      }
    }
    List<RequestRate.Step> steps = new ArrayList<>();
    for (int step = 0; step < counts.length; step++) {
      steps.add(
          new RequestRate.Step(clock.from(step), counts[step] / (double) clock.stepSeconds()));
    }
    steps.add(new RequestRate.Step(clock.endSeconds(), 0));
    return new RequestClass(
        name,
        TokenLengths.recorded(prompts),
        TokenLengths.recorded(answers),
        new RequestRate(steps, 0),
        objectives);
  }
}
