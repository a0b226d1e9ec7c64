package org.suanwang.scheduling.inference;

import java.util.List;

/**
 * The costs of a mixture of classes: means over its requests.
 *
 * @param perSecond requests per second of all classes
 * @param busyReplicas replicas that this work occupies fully
 * @param cost of a request
 */
record RequestMix(double perSecond, double busyReplicas, RequestCost cost) {
  /**
   * Mixes classes.
   *
   * @param perSecond requests of each class per second, some above 0
   */
  static RequestMix of(List<RequestCost> costs, double[] perSecond) {
    double all = 0;
    for (double one : perSecond) {
      all += one;
    }
    double prompt = 0;
    double promptSquare = 0;
    double later = 0;
    double laterSquare = 0;
    double places = 0;
    double context = 0;
    double seconds = 0;
    for (int c = 0; c < perSecond.length; c++) {
      RequestCost cost = costs.get(c);
      double share = perSecond[c] / all;
      prompt += share * cost.promptSeconds();
      promptSquare += share * cost.promptSecondsSquare();
      later += share * cost.laterTokens();
      laterSquare += share * cost.laterTokensSquare();
      places += share / cost.sequencesMax();
      context += share * cost.contextTokens();
      seconds += share * cost.replicaSeconds();
    }
    int sequences = (int) Math.max(1, Math.round(1 / places));
    RequestCost mean =
        new RequestCost(prompt, promptSquare, later, laterSquare, sequences, context, seconds);
    return new RequestMix(all, all * seconds, mean);
  }
}
