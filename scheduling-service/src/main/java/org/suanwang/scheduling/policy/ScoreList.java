package org.suanwang.scheduling.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Scores with weights, of which a node has the sum. It is told as {@code best-fit*2+worst-fit}, in
 * the order of the listing, without weights of 1: the same scores have one name.
 *
 * @param scores two or more, each once, all of those that stand in lists
 */
public record ScoreList(List<Weighted> scores) {
  /** As often a score counts at most. */
  public static final int WEIGHT_MAX = 100;

  /** Between a score and its weight in a name. */
  static final String TIMES = "*";

  private static final Pattern NAME = Pattern.compile("([a-z-]+)(?:\\*([1-9][0-9]{0,2}))?");

  /**
   * One of them.
   *
   * @param choice the score
   * @param weight how often it counts, 1 to {@link #WEIGHT_MAX}
   */
  public record Weighted(NodeChoice choice, int weight) {
    public Weighted {
      if (weight < 1 || weight > WEIGHT_MAX) {
        throw new IllegalArgumentException("weight outside 1.." + WEIGHT_MAX);
      }
      if (choice.ofHundred() == null) {
        throw new IllegalArgumentException(choice.name() + " stands in no list");
      }
    }

    private String name() {
      return choice.name() + (weight == 1 ? "" : TIMES + weight);
    }
  }

  public ScoreList {
    scores =
        scores.stream()
            .sorted(Comparator.comparingInt(s -> NodeChoice.ALL.indexOf(s.choice())))
            .toList();
    if (scores.size() < 2
        || scores.stream().map(Weighted::choice).distinct().count() < scores.size()) {
      throw new IllegalArgumentException("not two scores or more, each once");
    }
  }

  /** The scores that stand in lists. */
  public static List<NodeChoice> known() {
    return NodeChoice.ALL.stream().filter(choice -> choice.ofHundred() != null).toList();
  }

  /** By its name; empty when that is not of a list. */
  public static Optional<ScoreList> find(String name) {
    List<Weighted> found = new ArrayList<>();
    for (String part : name.split("\\" + OrderList.AND, -1)) {
      Weighted one = weighted(part).orElse(null);
      if (one == null || found.stream().anyMatch(w -> w.choice().equals(one.choice()))) {
        return Optional.empty();
      }
      found.add(one);
    }
    return found.size() < 2 ? Optional.empty() : Optional.of(new ScoreList(found));
  }

  private static Optional<Weighted> weighted(String part) {
    Matcher matcher = NAME.matcher(part);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String told = matcher.group(2);
    int weight = told == null ? 1 : Integer.parseInt(told);
    return weight > WEIGHT_MAX
        ? Optional.empty()
        : NodeChoice.find(matcher.group(1))
            .filter(choice -> choice.ofHundred() != null)
            .map(choice -> new Weighted(choice, weight));
  }

  /** What it is called. */
  public String name() {
    return scores.stream().map(Weighted::name).collect(Collectors.joining(OrderList.AND));
  }

  /** As a score that a policy has; equal nodes go by an order that is drawn once. */
  NodeChoice choice() {
    String told =
        scores.stream()
            .map(w -> w.weight() + " × " + w.choice().name())
            .collect(Collectors.joining(" + "));
    return new NodeChoice(
        name(),
        "the node with the most of " + told + ", each from 0 to 100",
        new ScoreRule(
            name(),
            (layout, jobs, seed) ->
                new WeightedScore(
                    name(),
                    scores.stream()
                        .map(w -> w.choice().weighed(layout, jobs, seed, w.weight()))
                        .toList()),
            TieRule.FIXED_ORDER),
        null);
  }
}
