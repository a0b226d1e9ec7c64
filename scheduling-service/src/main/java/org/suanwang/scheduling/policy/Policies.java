package org.suanwang.scheduling.policy;

import java.util.List;
import java.util.Optional;
import org.suanwang.scheduling.workload.JobTable;

/** The policies that can be named in a request. */
public final class Policies {
  /** Of all tasks, the most frequent requests that make up so much are usual. */
  private static final double USUAL = 0.95;

  private static final List<SchedulingPolicy> ALL =
      List.of(
          fifo("first-fit", "the first node that fits.", ScoreRule.always(new FirstFit())),
          fifo("best-fit", "the node that is left with least.", ScoreRule.always(new BestFit())),
          fifo(
              "balanced-best-fit",
              "the node that is left with least of CPU and devices together.",
              ScoreRule.byWidestNode(BalancedFit::best)),
          fifo(
              "worst-fit",
              "the node that is left with most of CPU and devices together.",
              ScoreRule.byWidestNode(BalancedFit::worst)),
          fifo(
              "dot-product",
              "the node whose free CPU and devices have the smallest product with the request.",
              ScoreRule.byWidestNode(DotProduct::new)),
          fifo(
              "device-packing",
              "shared devices first, then nodes in use, then free ones.",
              ScoreRule.always(new DevicePacking())),
          fifo(
              "device-clustering",
              "nodes with tasks of as many devices first.",
              ScoreRule.byWidestNode(DeviceClustering::new)),
          fifo(
              "fragmentation-gradient-descent",
              "the node whose fragment grows least; of equal ones one in use.",
              new ScoreRule(
                  "fragmentation-gradient-descent-used-node-first",
                  (layout, jobs) -> fragmentation(jobs))));

  private static SchedulingPolicy fifo(String place, String words, ScoreRule score) {
    return new SchedulingPolicy(
        "fifo-" + place,
        "In order of submission, strict head of line; " + words,
        new Fifo(),
        List.of(new FitsNode()),
        score);
  }

  private static NodeScore fragmentation(JobTable jobs) {
    var measure = new FragmentMeasure(TaskMix.typical(jobs, USUAL));
    return new UsedNodeFirst(new FragmentationGradientDescent(measure));
  }

  private Policies() {}

  public static List<SchedulingPolicy> all() {
    return ALL;
  }

  public static Optional<SchedulingPolicy> find(String name) {
    return ALL.stream().filter(p -> p.name().equals(name)).findFirst();
  }
}
