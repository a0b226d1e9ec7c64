package org.suanwang.scheduling.workload;

import java.util.List;
import java.util.SplittableRandom;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.inference.RequestClass;
import org.suanwang.scheduling.inference.RequestTable;
import org.suanwang.scheduling.inference.StepClock;
import org.suanwang.scheduling.inference.TokenLengths;

/**
 * Draws the requests of classes: within each step Poisson arrivals at the mean rate of the step,
 * and the lengths among those of the class, each as likely.
 */
public final class RequestGenerator {
  private static final double MICROS = 1e6;

  private RequestGenerator() {}

  /**
   * Draws all of them.
   *
   * @param checkpoint passed for every request
   * @throws InvalidInputException when they are more than a table takes
   */
  public static RequestTable draw(
      List<RequestClass> classes,
      StepClock clock,
      long seed,
      int requestsMax,
      Checkpoint checkpoint) {
    RequestTable.Builder table = new RequestTable.Builder();
    SplittableRandom seeds = new SplittableRandom(seed);
    for (RequestClass requests : classes) {
      draw(requests, clock, seeds.split(), requestsMax, table, checkpoint);
    }
    return table.build();
  }

  private static void draw(
      RequestClass requests,
      StepClock clock,
      SplittableRandom random,
      int requestsMax,
      RequestTable.Builder to,
      Checkpoint checkpoint) {
    for (int step = 0; step < clock.steps(); step++) {
      double mean = requests.rate().requests(clock.from(step), clock.from(step + 1));
      if (mean > 0) {
        double gap = clock.stepSeconds() / mean;
        double at = Draws.exponential(random, gap);
        while (at < clock.stepSeconds()) {
          checkpoint.pass();
          if (to.size() == requestsMax) {
            throw new InvalidInputException(
                "classes",
                "more than " + requestsMax + " requests",
                "at most " + requestsMax,
                "lower the rates or shorten the time");
          }
          long micros = (long) ((clock.from(step) + at) * MICROS);
          to.add(micros, length(requests.prompt(), random), length(requests.answer(), random));
          at += Draws.exponential(random, gap);
        }
      }
    }
  }

  private static int length(TokenLengths lengths, SplittableRandom random) {
    double tokens = lengths.points().get(Draws.index(random, lengths.points().size()));
    return (int) Math.min(RequestTable.TOKENS_MAX, Math.round(tokens));
  }
}
