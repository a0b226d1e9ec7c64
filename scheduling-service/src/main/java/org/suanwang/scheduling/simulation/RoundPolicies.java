package org.suanwang.scheduling.simulation;

import org.suanwang.scheduling.policy.TimeShares;
import org.suanwang.scheduling.rounds.AlloX;
import org.suanwang.scheduling.rounds.FinishTimeFairness;
import org.suanwang.scheduling.rounds.FirstInFirstOut;
import org.suanwang.scheduling.rounds.Gandiva;
import org.suanwang.scheduling.rounds.Knowledge;
import org.suanwang.scheduling.rounds.MaxMinFairness;
import org.suanwang.scheduling.rounds.MinimumMakespan;
import org.suanwang.scheduling.rounds.SharePolicy;
import org.suanwang.scheduling.rounds.SharingMinimumMakespan;
import org.suanwang.scheduling.rounds.ThroughputMatching;

/** How the shares of an order are found. */
final class RoundPolicies {
  private RoundPolicies() {}

  /**
   * A policy for one run.
   *
   * @param seed of what it draws
   */
  static SharePolicy make(TimeShares.Rule rule, long seed) {
    return switch (rule) {
      case LEAST_ATTAINED_SERVICE -> new MaxMinFairness(Knowledge.AWARE);
      case LEAST_ATTAINED_SERVICE_AGNOSTIC -> new MaxMinFairness(Knowledge.AGNOSTIC);
      case LEAST_ATTAINED_SERVICE_SHARING -> new MaxMinFairness(Knowledge.SHARING);
      case FIRST_IN_FIRST_OUT -> new FirstInFirstOut(Knowledge.AWARE);
      case FIRST_IN_FIRST_OUT_AGNOSTIC -> new FirstInFirstOut(Knowledge.AGNOSTIC);
      case FIRST_IN_FIRST_OUT_SHARING -> new FirstInFirstOut(Knowledge.SHARING);
      case FINISH_TIME_FAIRNESS -> new FinishTimeFairness(Knowledge.AWARE);
      case FINISH_TIME_FAIRNESS_AGNOSTIC -> new FinishTimeFairness(Knowledge.AGNOSTIC);
      case FINISH_TIME_FAIRNESS_SHARING -> new FinishTimeFairness(Knowledge.SHARING);
      case MAKESPAN -> new MinimumMakespan(Knowledge.AWARE);
      case MAKESPAN_AGNOSTIC -> new MinimumMakespan(Knowledge.AGNOSTIC);
      case MAKESPAN_SHARING -> new SharingMinimumMakespan();
      case GANDIVA -> new Gandiva(seed);
      case ALLOX -> new AlloX();
      case MATCHING -> new ThroughputMatching(Knowledge.AWARE);
      case MATCHING_SHARING -> new ThroughputMatching(Knowledge.SHARING);
    };
  }
}
