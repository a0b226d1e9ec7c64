package org.suanwang.scheduling.policy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.workload.JobTable;

/**
 * A score as it is chosen by name.
 *
 * @param name as in the name of a policy
 * @param meaning which node is taken, in a few words
 * @param score the rule of it
 * @param ofHundred the score as it stands in lists; null where it stands in none
 */
public record NodeChoice(
    String name, String meaning, ScoreRule score, @Nullable OfHundred ofHundred) {
  /** Of all tasks, the most frequent requests that make up so much are usual. */
  private static final double USUAL = 0.95;

  static final List<NodeChoice> ALL =
      List.of(
          new NodeChoice("first-fit", "the first node that fits", ScoreRule.always(new FirstFit())),
          new NodeChoice(
              "best-fit",
              "the node that is left with least",
              ScoreRule.always(new BestFit()),
              new OfHundred(
                  (layout, jobs, seed) -> new BestFitOfHundred(WidestNode.of(layout)),
                  "how much of as many devices as the widest node has is not free before the task;"
                      + " of a share, of the tightest device that takes it")),
          new NodeChoice(
              "balanced-best-fit",
              "the node that is left with least of CPU and devices together",
              ScoreRule.byWidestNode(BalancedFit::best),
              "100 less what is left of CPU and devices after the task, each as a part of the widest"
                  + " node's and with half the weight"),
          new NodeChoice(
              "worst-fit",
              "the node that is left with most of CPU and devices together",
              ScoreRule.byWidestNode(BalancedFit::worst),
              "what is left of CPU and devices after the task, each as a part of the widest node's"
                  + " and with half the weight"),
          new NodeChoice(
              "dot-product",
              "the node whose free CPU and devices have the smallest product with the request",
              ScoreRule.byWidestNode(DotProduct::new),
              "100 less half of free × asked for, of CPU and of devices, each as parts of the widest"
                  + " node's"),
          new NodeChoice(
              "device-packing",
              "shared devices first, then nodes in use, then free ones",
              ScoreRule.always(new DevicePacking()).with(TieRule.FIXED_ORDER),
              "90 to 100 for a share on a shared device, the fuller the more; 49 for one that breaks"
                  + " a device, 33 to 49 for whole devices, of a node in use; of a free node the"
                  + " larger of its devices and 33 less them; 0 without devices"),
          new NodeChoice(
              "device-clustering",
              "nodes with tasks of as many devices first",
              ScoreRule.byWidestNode(DeviceClustering::new),
              "75 where only tasks of as many devices run, 50 beside others, 25 free, 0 the rest;"
                  + " and up to 25 for what is not free of as many devices as the widest node has;"
                  + " 0 without devices"),
          new NodeChoice(
              "fragmentation-gradient-descent",
              "the node whose fragment grows least",
              new ScoreRule(
                  "fragmentation-gradient-descent",
                  (layout, jobs, seed) -> fragmentation(jobs),
                  TieRule.FIXED_ORDER),
              "100 ÷ (1 + e^g), where the fragment grows by g devices"),
          new NodeChoice(
              "consolidate",
              "a gang on one node, else in one rack, under one spine, in one hub; there by best fit",
              ScoreRule.always(new Consolidate(new BestFit()))),
          new NodeChoice(
              NearestHub.NAME,
              "a node of the hub nearest to where the job is used",
              ScoreRule.always(new NearestHub()).with(TieRule.FIXED_ORDER),
              "100 in the hub where the job is used, 0 at the bound of its latency, in between by the"
                  + " round trip; 0 without a bound"),
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

  /**
   * A score as a whole number from 0 to 100, which only the node's own state, the request and the
   * fleet decide.
   *
   * @param maker makes it for a run
   * @param meaning what 0 to 100 are
   */
  public record OfHundred(ScoreRule.Maker maker, String meaning) {}

  private NodeChoice(String name, String meaning, ScoreRule score, String ofHundred) {
    this(name, meaning, score, new OfHundred(score.maker(), ofHundred));
  }

  private NodeChoice(String name, String meaning, ScoreRule score) {
    this(name, meaning, score, (OfHundred) null);
  }

  /** As one of a list. */
  WeightedScore.Summand weighed(FleetLayout layout, JobTable jobs, long seed, int weight) {
    if (ofHundred == null) {
      throw new IllegalStateException(name + " stands in no list");
    }
    NodeScore made = ofHundred.maker().make(layout, jobs, seed);
    return new WeightedScore.Summand(name, made, weight, ofHundred.meaning());
  }

  private static NodeScore fragmentation(JobTable jobs) {
    var measure = new FragmentMeasure(TaskMix.typical(jobs, USUAL));
    return new FragmentationGradientDescent(measure);
  }
}
