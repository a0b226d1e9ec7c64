package org.suanwang.catalog.query;

import java.util.ArrayList;
import java.util.List;
import org.suanwang.catalog.accelerator.Link;
import org.suanwang.catalog.query.Relations.Relation;

/**
 * What a software stack runs on, and what it is compatible with, as claims tell; what no claim
 * tells is unknown, not incompatible.
 *
 * @param hosts accelerators, systems and vendors that run it, or that it is made for
 * @param compatible what it is compatible with, and what is compatible with it
 * @param parts what it is a part of, and what is a part of it
 */
public record Compatibility(List<Relation> hosts, List<Relation> compatible, List<Relation> parts) {
  public Compatibility {
    hosts = List.copyOf(hosts);
    compatible = List.copyOf(compatible);
    parts = List.copyOf(parts);
  }

  public static Compatibility of(Relations relations, String stackId) {
    List<Relation> hosts = new ArrayList<>(relations.to(stackId, Link.Relation.RUNS));
    hosts.addAll(relations.from(stackId, Link.Relation.TARGETS));
    return new Compatibility(
        hosts,
        bothWays(relations, stackId, Link.Relation.COMPATIBLE_WITH),
        bothWays(relations, stackId, Link.Relation.PART_OF));
  }

  private static List<Relation> bothWays(Relations relations, String id, Link.Relation kind) {
    List<Relation> both = new ArrayList<>(relations.from(id, kind));
    both.addAll(relations.to(id, kind));
    return both;
  }
}
