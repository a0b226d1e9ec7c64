package org.suanwang.scheduling.policy;

import java.util.Arrays;
import java.util.List;
import org.suanwang.scheduling.workload.JobTable;

/**
 * An order of the discipline {@link QueueDiscipline#ROUNDS}: which share of its time each job is to
 * have on each device type (Narayanan et al., "Gavel", OSDI 2020, and what it is compared with: Le
 * et al., "AlloX", EuroSys 2020; Xiao et al., "Gandiva", OSDI 2018; and a matcher of our own).
 * Among equals, the job that came first.
 *
 * @param rule by which shares are found
 */
public record TimeShares(Rule rule) implements QueueOrder {
  /** How shares are found. */
  public enum Rule {
    LEAST_ATTAINED_SERVICE("gavel-las", "equal shares, as large as the speeds of devices allow"),
    LEAST_ATTAINED_SERVICE_AGNOSTIC("gavel-las-agnostic", "an equal share of every device type"),
    FIRST_IN_FIRST_OUT("gavel-fifo", "by arrival, on the fastest devices that are left"),
    FIRST_IN_FIRST_OUT_AGNOSTIC(
        "gavel-fifo-agnostic", "by arrival, on any devices, kept to the end"),
    FINISH_TIME_FAIRNESS(
        "gavel-ftf", "shares by which nobody ends much later than with equal parts of all devices"),
    FINISH_TIME_FAIRNESS_AGNOSTIC(
        "gavel-ftf-agnostic", "the same, as if all device types were equally fast"),
    MAKESPAN("gavel-makespan", "shares by which all jobs that are there end soonest"),
    MAKESPAN_AGNOSTIC(
        "gavel-makespan-agnostic", "the same, as if all device types were equally fast"),
    LEAST_ATTAINED_SERVICE_SHARING(
        "gavel-las-sharing", "as gavel-las, and two jobs may share the devices of one"),
    FIRST_IN_FIRST_OUT_SHARING(
        "gavel-fifo-sharing", "as gavel-fifo, and who finds no devices goes beside another"),
    FINISH_TIME_FAIRNESS_SHARING(
        "gavel-ftf-sharing", "as gavel-ftf, and two jobs may share the devices of one"),
    MAKESPAN_SHARING(
        "gavel-makespan-sharing", "as gavel-makespan, and two jobs may share the devices of one"),
    GANDIVA("gandiva", "equal shares of every device, with too few for all for pairs at random"),
    ALLOX("allox", "matched with devices so that the mean completion is least, kept to the end"),
    MATCHING("matching", "matched anew in each round so that all together do most"),
    MATCHING_SHARING("matching-sharing", "the same, and two jobs may share the devices of one");

    private final String word;
    private final String meaning;

    Rule(String word, String meaning) {
      this.word = word;
      this.meaning = meaning;
    }
  }

  /** One for each rule. */
  static List<TimeShares> all() {
    return Arrays.stream(Rule.values()).map(TimeShares::new).toList();
  }

  @Override
  public String name() {
    return rule.word;
  }

  @Override
  public String meaning() {
    return rule.meaning;
  }

  @Override
  public boolean sharesTime() {
    return true;
  }

  /** Whether it is for jobs of one device only. */
  public boolean takesSingleDevicesOnly() {
    return rule == Rule.ALLOX;
  }

  /** Whether shares are the solution of one dense linear programme. */
  public boolean solvesProgramme() {
    return rule == Rule.LEAST_ATTAINED_SERVICE;
  }

  /** How many jobs are matched at most: that takes time that grows with the square, or the cube. */
  public int jobsMax() {
    return switch (rule) {
      case ALLOX -> 200;
      case MATCHING, MATCHING_SHARING -> 2_000;
      default -> Integer.MAX_VALUE;
    };
  }

  @Override
  public boolean sharesDevices() {
    return switch (rule) {
      case LEAST_ATTAINED_SERVICE_SHARING, FIRST_IN_FIRST_OUT_SHARING -> true;
      case FINISH_TIME_FAIRNESS_SHARING, MAKESPAN_SHARING, GANDIVA, MATCHING_SHARING -> true;
      default -> false;
    };
  }

  @Override
  public long rank(JobTable jobs, int job) {
    return 0;
  }
}
