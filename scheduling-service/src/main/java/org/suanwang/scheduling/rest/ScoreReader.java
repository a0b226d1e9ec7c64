package org.suanwang.scheduling.rest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.policy.NodeChoice;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.policy.ScoreList;

/** Reads the score of a composed policy, or several with weights. */
final class ScoreReader {
  private static final String USUAL = "first-fit";

  private final Findings findings;
  private final String field;

  /** Reads of the policy that stands in this field. */
  ScoreReader(Findings findings, String policyField) {
    this.findings = findings;
    field = policyField + ".score";
  }

  /** The name of the score; the usual one where something is wrong. */
  String read(PolicyChoice.Parts parts) {
    ScoreNames given = parts.score();
    if (given == null) {
      return USUAL;
    }
    int max = ScoreList.known().size();
    int count = given.scores().size();
    boolean holds =
        findings.require(
            count >= 1 && count <= max,
            field,
            count + " scores",
            "must be one score, or a list of 1 to " + max + " with weights",
            "name the scores that matter most, each once");
    if (!holds) {
      return USUAL;
    }
    return count == 1 ? alone(given) : together(given);
  }

  /** Whatever its weight, one by itself is only itself. */
  private String alone(ScoreNames given) {
    ScoreNames.Weighted one = given.scores().getFirst();
    String name = one == null ? null : one.name();
    boolean isKnown =
        require(
            find(name) != null,
            given.isList() ? at(0) : field,
            name,
            "must name a part of a policy",
            "use one of " + Policies.scores().stream().map(NodeChoice::name).toList());
    if (one != null) {
      weight(one, 0);
    }
    return isKnown && name != null ? name : USUAL;
  }

  private String together(ScoreNames given) {
    List<ScoreList.Weighted> scores = new ArrayList<>();
    for (int i = 0; i < given.scores().size(); i++) {
      ScoreNames.Weighted one = given.scores().get(i);
      NodeChoice choice = choice(one == null ? null : one.name(), i, scores);
      if (one == null || choice == null) {
        return USUAL;
      }
      scores.add(new ScoreList.Weighted(choice, weight(one, i)));
    }
    return new ScoreList(scores).name();
  }

  private @Nullable NodeChoice choice(
      @Nullable String name, int i, List<ScoreList.Weighted> before) {
    NodeChoice choice = find(name);
    List<String> known = ScoreList.known().stream().map(NodeChoice::name).toList();
    boolean holds =
        require(choice != null, at(i), name, "must name a part of a policy", "use one of " + known)
            && require(
                known.contains(name),
                at(i),
                name,
                "must be a number of each node from 0 to 100: " + reason(String.valueOf(name)),
                remedy(String.valueOf(name)) + "; scores of a list are " + known)
            && require(
                before.stream().noneMatch(w -> w.choice().equals(choice)),
                at(i),
                name,
                "must stand in the list once",
                "leave it out, and give the other more weight");
    return holds ? choice : null;
  }

  private static String reason(String name) {
    return switch (name) {
      case "first-fit" -> "first-fit goes by the place of a node in the fleet's order";
      case "random" -> "random finds all nodes equal, and draws an order of them for each job";
      default -> name + " says where a whole gang goes, and inside goes by best-fit";
    };
  }

  private static String remedy(String name) {
    return switch (name) {
      case "first-fit" ->
          "leave it out, and take the first of equal nodes by tieBreak lowest-number";
      case "random" -> "leave it out; the tieBreak fixed-order draws one order for all jobs";
      default -> "put best-fit in its place, and keep gangs together by the topology of their jobs";
    };
  }

  private int weight(ScoreNames.Weighted one, int i) {
    return findings.whole(at(i, "weight"), one.weight(), 1, ScoreList.WEIGHT_MAX, 1);
  }

  private static @Nullable NodeChoice find(@Nullable String name) {
    return Policies.scores().stream().filter(c -> c.name().equals(name)).findFirst().orElse(null);
  }

  private String at(int i) {
    return at(i, "name");
  }

  private String at(int i, String part) {
    return field + "[" + i + "]." + part;
  }

  private boolean require(
      boolean holds, String at, @Nullable String given, String rule, String remedy) {
    return findings.require(holds, at, given, rule, remedy);
  }
}
