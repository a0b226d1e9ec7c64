package org.suanwang.catalog.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.suanwang.catalog.accelerator.Link;
import org.suanwang.catalog.query.Relations.Relation;

/**
 * The generations before and after a product, and its variants, as claims tell them.
 *
 * @param predecessors the nearest generation first
 * @param successors the nearest generation first
 * @param variants the products of the same generation, however many claims away
 */
public record Lineage(
    String subject, List<Step> predecessors, List<Step> successors, List<Step> variants) {
  public Lineage {
    predecessors = List.copyOf(predecessors);
    successors = List.copyOf(successors);
    variants = List.copyOf(variants);
  }

  /**
   * One product of the family.
   *
   * @param steps how many claims away
   * @param through the relation that leads to it
   */
  public record Step(String id, int steps, Relation through) {}

  private record Edge(String to, Relation relation) {}

  /** Follows the claims from one subject; a circle of them is walked once. */
  public static Lineage of(Relations relations, String subjectId) {
    return new Lineage(
        subjectId,
        walk(subjectId, id -> targets(relations, id, Link.Relation.SUCCEEDS)),
        walk(subjectId, id -> subjects(relations, id, Link.Relation.SUCCEEDS)),
        walk(
            subjectId,
            id -> {
              List<Edge> both = new ArrayList<>(targets(relations, id, Link.Relation.VARIANT_OF));
              both.addAll(subjects(relations, id, Link.Relation.VARIANT_OF));
              return both;
            }));
  }

  private static List<Edge> targets(Relations relations, String id, Link.Relation kind) {
    return relations.from(id, kind).stream().map(r -> new Edge(r.target(), r)).toList();
  }

  private static List<Edge> subjects(Relations relations, String id, Link.Relation kind) {
    return relations.to(id, kind).stream().map(r -> new Edge(r.subject(), r)).toList();
  }

  private static List<Step> walk(String start, Function<String, List<Edge>> next) {
    Map<String, Integer> steps = new HashMap<>(Map.of(start, 0));
    Deque<String> open = new ArrayDeque<>(List.of(start));
    List<Step> found = new ArrayList<>();
    while (!open.isEmpty()) {
      String at = open.removeFirst();
      int distance = steps.getOrDefault(at, 0) + 1;
      for (Edge edge : next.apply(at)) {
        if (steps.putIfAbsent(edge.to(), distance) == null) {
          found.add(new Step(edge.to(), distance, edge.relation()));
          open.addLast(edge.to());
        }
      }
    }
    return found;
  }
}
