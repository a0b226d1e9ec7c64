package org.suanwang.scheduling.policy;

import java.util.List;
import org.suanwang.scheduling.cluster.ClusterView;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Several scores, each from 0 to 100, times their weights, together: as the score plugins of
 * kube-scheduler are put together once each is normalised. Each is the same of all nodes in one
 * state, and so is the sum.
 */
final class WeightedScore implements NodeScore {
  private static final int WHOLE = 100;

  private final String name;
  private final List<Summand> summands;
  private final NodeScore choosingDevice;

  /**
   * One of the scores.
   *
   * @param name by which it is chosen
   * @param score from 0 to 100; what is beyond counts as these
   * @param weight how often it counts
   * @param meaning what 0 to 100 are
   */
  record Summand(String name, NodeScore score, int weight, String meaning) {
    int ofHundred(ClusterView cluster, int node, TaskRequest request) {
      return Math.clamp(score.score(cluster, node, request), 0, WHOLE);
    }
  }

  WeightedScore(String name, List<Summand> summands) {
    this.name = name;
    this.summands = List.copyOf(summands);
    this.choosingDevice =
        summands.stream()
            .map(Summand::score)
            .filter(score -> score instanceof FragmentationGradientDescent)
            .findFirst()
            .orElse(summands.getFirst().score());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int score(ClusterView cluster, int node, TaskRequest request) {
    int sum = 0;
    for (Summand one : summands) {
      sum += one.weight() * one.ofHundred(cluster, node, request);
    }
    return sum;
  }

  @Override
  public List<ScorePart> parts(ClusterView cluster, int node, TaskRequest request) {
    return summands.stream()
        .map(
            one ->
                new ScorePart(
                    one.name(),
                    one.ofHundred(cluster, node, request),
                    "0 to 100, counts %s: %s"
                        .formatted(
                            one.weight() == 1 ? "once" : one.weight() + " times", one.meaning())))
        .toList();
  }

  /** Fragmentation gradient descent has a view of its own of devices; the others have none. */
  @Override
  public int chooseDevice(ClusterView cluster, int node, TaskRequest request) {
    return choosingDevice.chooseDevice(cluster, node, request);
  }

  @Override
  public Scan scan() {
    return Scan.EVERY_NODE;
  }
}
