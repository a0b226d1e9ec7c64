package org.suanwang.scheduling.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The policies that can be named in a request: every order with every discipline and every score,
 * with every fairness but under a discipline that knows no queues, and with preemption where it
 * goes. A name is made of its parts, {@code FAIRNESS-ORDER-DISCIPLINE-PREEMPTION-SCORE}, where no
 * fairness, no preemption and, without preemption, the strict discipline are left out.
 */
public final class Policies {
  /** Longer than the name of any policy. */
  public static final int NAME_LENGTH_MAX = 300;

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
          "priority-strict-preempt-first-fit",
          "priority-easy-preempt-first-fit",
          "priority-conservative-preempt-first-fit",
          "las-easy-preempt-first-fit",
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
          for (Preemption preemption : Preemption.values()) {
            compose(new Turns(fairness, order, discipline, preemption), all);
          }
        }
      }
    }
    return all;
  }

  private static void compose(Turns turns, Map<String, SchedulingPolicy> into) {
    if (!turns.goTogether()) {
      return;
    }
    for (NodeChoice choice : NodeChoice.ALL) {
      SchedulingPolicy policy = turns.with(choice);
      if (into.put(policy.name(), policy) != null) {
        throw new IllegalStateException("two policies are called " + policy.name());
      }
    }
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
    return Optional.ofNullable(BY_NAME.get(name)).or(() -> ListingNames.find(name));
  }

  /** Whether a policy of this name has several orders, or several scores. */
  public static boolean listsParts(String name) {
    return name.contains(OrderList.AND);
  }

  /**
   * The policy of these parts, by their listed names; empty too where fairness stands beside a
   * discipline that knows no queues. To skip with preemption is the preemptive discipline.
   */
  public static Optional<SchedulingPolicy> find(
      String fairness, String order, String discipline, String preemption, String score) {
    boolean skips =
        discipline.equals(QueueDiscipline.SKIP.listedName())
            && preemption.equals(Preemption.BY_TURN.word());
    String named = skips ? QueueDiscipline.PREEMPT.listedName() : discipline;
    return FAIRNESS.stream()
        .filter(f -> f.name().equals(fairness))
        .flatMap(f -> ofWords(f, order, named, preemption, score).stream())
        .findFirst();
  }

  private static Optional<SchedulingPolicy> ofWords(
      QueueFairness fairness, String order, String discipline, String preemption, String score) {
    return Arrays.stream(QueueDiscipline.values())
        .filter(d -> d.listedName().equals(discipline))
        .flatMap(d -> Arrays.stream(Preemption.values()).map(p -> Map.entry(d, p)))
        .filter(both -> both.getValue().word().equals(preemption))
        .flatMap(both -> compose(fairness, order, both.getKey(), both.getValue(), score).stream())
        .findFirst();
  }

  /** The policy of these parts, the order and the score by their names. */
  static Optional<SchedulingPolicy> compose(
      QueueFairness fairness,
      String order,
      QueueDiscipline discipline,
      Preemption preemption,
      String score) {
    NodeChoice choice =
        NodeChoice.find(score).or(() -> ScoreList.find(score).map(ScoreList::choice)).orElse(null);
    return choice == null
        ? Optional.empty()
        : order(order)
            .or(() -> OrderList.find(order))
            .map(o -> new Turns(fairness, o, discipline, preemption))
            .filter(Turns::goTogether)
            .map(turns -> turns.with(choice));
  }

  /** An order by its name; none by that of a list. */
  public static Optional<QueueOrder> order(String name) {
    return ORDERS.stream().filter(o -> o.name().equals(name)).findFirst();
  }

  /** The same, with preemption where the discipline is the preemptive one, and nowhere else. */
  public static Optional<SchedulingPolicy> find(
      String fairness, String order, String discipline, String score) {
    boolean preempts = discipline.equals(QueueDiscipline.PREEMPT.listedName());
    Preemption preemption = preempts ? Preemption.BY_TURN : Preemption.NONE;
    return find(fairness, order, discipline, preemption.word(), score);
  }

  /** The name by which the score of a policy is chosen. */
  public static String scoreOf(SchedulingPolicy policy) {
    String name = policy.score().name();
    return NodeChoice.ALL.stream()
        .filter(choice -> choice.score().name().equals(name))
        .map(NodeChoice::name)
        .findFirst()
        .orElse(name);
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
