package org.suanwang.scheduling.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The policies that can be named in a request: every order with every discipline and every score,
 * and with every fairness but under a discipline that knows no queues. A name is made of its parts,
 * {@code FAIRNESS-ORDER-DISCIPLINE-SCORE}, where no fairness and the strict discipline are left
 * out.
 */
public final class Policies {
  private static final List<QueueOrder> ORDERS =
      Stream.concat(
              Stream.of(
                  new Fifo(),
                  new ShortestEstimateFirst(),
                  new ShortestWorkFirst(),
                  new LargestGangFirst(),
                  new SmallestGangFirst(),
                  new HighestPriorityFirst(),
                  new LeastRemainingEstimateFirst(),
                  new LeastRemainingWorkFirst(),
                  new LeastAttainedServiceFirst(),
                  new EarliestDeadlineFirst()),
              TimeShares.all().stream())
          .toList();

  private static final List<QueueFairness> FAIRNESS =
      List.of(
          new NoFairness(), new DominantResourceFairness(), new DecayedFairShare(), new FairTree());

  /** The policies that are listed, of those that can be named; the strict ones in all scores. */
  private static final List<String> LISTED_BESIDE_STRICT =
      List.of(
          "fifo-skip-first-fit",
          "fifo-skip-fragmentation-gradient-descent",
          "largest-first-skip-fragmentation-gradient-descent",
          "fifo-easy-first-fit",
          "fifo-easy-best-fit",
          "fifo-conservative-first-fit",
          "sjf-first-fit",
          "sjf-easy-first-fit",
          "sjf-oracle-easy-first-fit",
          "largest-first-easy-first-fit",
          "smallest-first-first-fit",
          "priority-first-fit",
          "priority-easy-first-fit",
          "priority-preempt-first-fit",
          "srtf-preempt-first-fit",
          "srtf-oracle-preempt-first-fit",
          "las-preempt-first-fit",
          "drf-fifo-skip-first-fit",
          "fair-share-fifo-skip-first-fit",
          "fair-tree-fifo-first-fit",
          "fair-tree-fifo-easy-first-fit",
          "fair-tree-fifo-conservative-first-fit",
          "edf-first-fit",
          "edf-preempt-first-fit",
          "gavel-las-rounds-first-fit",
          "gavel-las-agnostic-rounds-first-fit",
          "gavel-fifo-rounds-first-fit",
          "gavel-fifo-agnostic-rounds-first-fit",
          "gavel-ftf-rounds-first-fit",
          "gavel-ftf-agnostic-rounds-first-fit",
          "gavel-makespan-rounds-first-fit",
          "gavel-makespan-agnostic-rounds-first-fit",
          "gavel-las-sharing-rounds-first-fit",
          "gavel-fifo-sharing-rounds-first-fit",
          "gavel-ftf-sharing-rounds-first-fit",
          "gavel-makespan-sharing-rounds-first-fit",
          "gandiva-rounds-first-fit",
          "allox-rounds-first-fit",
          "matching-rounds-first-fit",
          "matching-sharing-rounds-first-fit");

  private static final Map<String, SchedulingPolicy> BY_NAME = compose();
  private static final List<SchedulingPolicy> LISTED = list();

  private Policies() {}

  private static Map<String, SchedulingPolicy> compose() {
    Map<String, SchedulingPolicy> all = new LinkedHashMap<>();
    for (QueueFairness fairness : FAIRNESS) {
      for (QueueOrder order : ORDERS) {
        for (QueueDiscipline discipline : QueueDiscipline.values()) {
          if (goTogether(fairness, order, discipline)) {
            compose(fairness, order, discipline, all);
          }
        }
      }
    }
    return all;
  }

  private static boolean goTogether(
      QueueFairness fairness, QueueOrder order, QueueDiscipline discipline) {
    boolean isRounds = discipline == QueueDiscipline.ROUNDS;
    return order.sharesTime() == isRounds
        && (!fairness.looksAtQueues() || discipline.knowsQueues());
  }

  private static void compose(
      QueueFairness fairness,
      QueueOrder order,
      QueueDiscipline discipline,
      Map<String, SchedulingPolicy> into) {
    for (NodeChoice choice : NodeChoice.ALL) {
      SchedulingPolicy policy = policy(fairness, order, discipline, choice);
      if (into.put(policy.name(), policy) != null) {
        throw new IllegalStateException("two policies are called " + policy.name());
      }
    }
  }

  private static SchedulingPolicy policy(
      QueueFairness fairness, QueueOrder order, QueueDiscipline discipline, NodeChoice choice) {
    boolean isFair = fairness.looksAtQueues();
    String turn = isFair ? fairness.meaning() + ", in it " + order.meaning() : order.meaning();
    return new SchedulingPolicy(
        (isFair ? fairness.name() + "-" : "")
            + order.name()
            + discipline.inName()
            + "-"
            + choice.name(),
        Character.toUpperCase(turn.charAt(0))
            + turn.substring(1)
            + ", "
            + discipline.meaning()
            + "; "
            + choice.meaning()
            + ".",
        fairness,
        order,
        discipline,
        SchedulingPolicy.DEPTH_DEFAULT,
        0,
        SchedulingPolicy.HALF_LIFE_SECONDS_DEFAULT,
        List.of(new FitsNode()),
        choice.score(),
        Deferral.NONE,
        null);
  }

  private static List<SchedulingPolicy> list() {
    List<SchedulingPolicy> listed = new ArrayList<>();
    for (NodeChoice choice : NodeChoice.ALL) {
      listed.add(require("fifo-" + choice.name()));
    }
    LISTED_BESIDE_STRICT.forEach(name -> listed.add(require(name)));
    return List.copyOf(listed);
  }

  private static SchedulingPolicy require(String name) {
    return find(name).orElseThrow(() -> new IllegalStateException("no policy " + name));
  }

  /** The policies that are listed, and whose use is counted each by itself. */
  public static List<SchedulingPolicy> all() {
    return LISTED;
  }

  /** Any policy, listed or composed, by the name made of its parts. */
  public static Optional<SchedulingPolicy> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /**
   * The policy of these parts, by their listed names; empty too where fairness stands beside a
   * discipline that knows no queues.
   */
  public static Optional<SchedulingPolicy> find(
      String fairness, String order, String discipline, String score) {
    return BY_NAME.values().stream()
        .filter(p -> p.fairness().name().equals(fairness))
        .filter(p -> p.order().name().equals(order))
        .filter(p -> p.discipline().listedName().equals(discipline))
        .filter(p -> p.name().endsWith(order + p.discipline().inName() + "-" + score))
        .findFirst();
  }

  /** The name by which the score of a policy is chosen. */
  public static String scoreOf(SchedulingPolicy policy) {
    return NodeChoice.ALL.stream()
        .filter(choice -> choice.score().equals(policy.score()))
        .map(NodeChoice::name)
        .findFirst()
        .orElseThrow();
  }

  /** Which queue's turn it is. */
  public static List<QueueFairness> fairness() {
    return FAIRNESS;
  }

  public static List<QueueOrder> orders() {
    return ORDERS;
  }

  /** The names by which scores are chosen, in the order of the listing. */
  public static List<NodeChoice> scores() {
    return NodeChoice.ALL;
  }
}
