package org.suanwang.scheduling.inference;

import java.util.ArrayList;
import java.util.List;

/** Counts what becomes of the requests of a service, by class. */
final class FluidTally {
  private final List<RequestClass> classes;
  private final double[] arrived;
  private final double[] served;
  private final double[] dropped;
  private final double[] ttft;
  private final double[] tpot;
  private final double[] ttftMet;
  private final double[] tpotMet;
  private final double[] bothMet;

  FluidTally(List<RequestClass> classes) {
    this.classes = classes;
    int size = classes.size();
    arrived = new double[size];
    served = new double[size];
    dropped = new double[size];
    ttft = new double[size];
    tpot = new double[size];
    ttftMet = new double[size];
    tpotMet = new double[size];
    bothMet = new double[size];
  }

  void arrive(int requestClass, double requests) {
    arrived[requestClass] += requests;
  }

  void drop(int requestClass, double requests) {
    dropped[requestClass] += requests;
  }

  /** Requests are served, with these mean times and shares within the objectives. */
  void serve(
      int requestClass,
      double requests,
      double ttftSeconds,
      double tpotSeconds,
      double ttftShare,
      double tpotShare) {
    served[requestClass] += requests;
    ttft[requestClass] += requests * ttftSeconds;
    tpot[requestClass] += requests * tpotSeconds;
    ttftMet[requestClass] += requests * ttftShare;
    tpotMet[requestClass] += requests * tpotShare;
    bothMet[requestClass] += requests * ttftShare * tpotShare;
  }

  double dropped() {
    return sum(dropped);
  }

  double arrived() {
    return sum(arrived);
  }

  /** Requests that were served or gave up. */
  double decided() {
    return sum(served) + sum(dropped);
  }

  double met() {
    return sum(bothMet);
  }

  /** Of prompts and answers that were served. */
  double tokens() {
    double tokens = 0;
    for (int c = 0; c < served.length; c++) {
      tokens += served[c] * classes.get(c).tokens();
    }
    return tokens;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  /**
   * The results.
   *
   * @param waiting requests of each class at the end
   */
  List<ClassResult> results(double[] waiting) {
    List<ClassResult> results = new ArrayList<>();
    for (int c = 0; c < classes.size(); c++) {
      RequestClass requests = classes.get(c);
      results.add(
          new ClassResult(
              requests.name(),
              arrived[c],
              served[c],
              waiting[c],
              dropped[c],
              served[c] * requests.prompt().mean(),
              served[c] * requests.answer().mean(),
              served[c] == 0 ? 0 : ttft[c] / served[c],
              served[c] == 0 ? 0 : tpot[c] / served[c],
              arrived[c] == 0 ? 1 : ttftMet[c] / arrived[c],
              arrived[c] == 0 ? 1 : tpotMet[c] / arrived[c],
              arrived[c] == 0 ? 1 : bothMet[c] / arrived[c],
              requests.objectives()));
    }
    return results;
  }
}
