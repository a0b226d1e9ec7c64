package org.suanwang.scheduling.inference;

import java.util.List;

/**
 * What became of a service as a fluid.
 *
 * @param classes by class, in the order of the service
 * @param points over time, at most {@link #POINTS_MAX}
 */
public record FluidResult(List<ClassResult> classes, List<ServicePoint> points) {
  /** Rows over time. */
  public static final int POINTS_MAX = 240;

  /** Share of all requests that were given both objectives; 1 when none arrived. */
  public double attainment() {
    double arrived = arrived();
    double met = classes.stream().mapToDouble(c -> c.attainment() * c.arrived()).sum();
    return arrived == 0 ? 1 : met / arrived;
  }

  /** Requests of all classes. */
  public double arrived() {
    return classes.stream().mapToDouble(ClassResult::arrived).sum();
  }

  /** Tokens of prompts and answers that were served. */
  public double tokens() {
    return classes.stream().mapToDouble(c -> c.promptTokens() + c.answerTokens()).sum();
  }
}
