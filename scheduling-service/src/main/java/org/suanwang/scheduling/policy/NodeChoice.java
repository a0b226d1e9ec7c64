package org.suanwang.scheduling.policy;

import java.util.List;
import java.util.Optional;
import org.suanwang.scheduling.workload.JobTable;

/**
 * A score as it is chosen by name.
 *
 * @param name as in the name of a policy
 * @param meaning which node is taken, in a few words
 * @param score the rule of it
 */
public record NodeChoice(String name, String meaning, ScoreRule score) {
  /** Of all tasks, the most frequent requests that make up so much are usual. */
  private static final double USUAL = 0.95;

  static final List<NodeChoice> ALL =
      List.of(
          new NodeChoice("first-fit", "the first node that fits", ScoreRule.always(new FirstFit())),
          new NodeChoice(
              "best-fit", "the node that is left with least", ScoreRule.always(new BestFit())),
          new NodeChoice(
              "balanced-best-fit",
              "the node that is left with least of CPU and devices together",
              ScoreRule.byWidestNode(BalancedFit::best)),
          new NodeChoice(
              "worst-fit",
              "the node that is left with most of CPU and devices together",
              ScoreRule.byWidestNode(BalancedFit::worst)),
          new NodeChoice(
              "dot-product",
              "the node whose free CPU and devices have the smallest product with the request",
              ScoreRule.byWidestNode(DotProduct::new)),
          new NodeChoice(
              "device-packing",
              "shared devices first, then nodes in use, then free ones",
              ScoreRule.always(new DevicePacking()).with(TieRule.FIXED_ORDER)),
          new NodeChoice(
              "device-clustering",
              "nodes with tasks of as many devices first",
              ScoreRule.byWidestNode(DeviceClustering::new)),
          new NodeChoice(
              "fragmentation-gradient-descent",
              "the node whose fragment grows least",
              new ScoreRule(
                  "fragmentation-gradient-descent",
                  (layout, jobs, seed) -> fragmentation(jobs),
                  TieRule.FIXED_ORDER)),
          new NodeChoice(
              "consolidate",
              "a gang on one node, else in one rack, under one spine, in one hub; there by best fit",
              ScoreRule.always(new Consolidate(new BestFit()))),
          new NodeChoice(
              RandomNode.NAME,
              "any node, drawn for each job",
              new ScoreRule(
                  RandomNode.NAME,
                  (layout, jobs, seed) -> RandomNode.forAll(seed, layout.nodes()),
                  null)));

  /** By its name. */
  static Optional<NodeChoice> find(String name) {
    return ALL.stream().filter(choice -> choice.name().equals(name)).findFirst();
  }

  private static NodeScore fragmentation(JobTable jobs) {
    var measure = new FragmentMeasure(TaskMix.typical(jobs, USUAL));
    return new FragmentationGradientDescent(measure);
  }
}
