package org.suanwang.catalog.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Link;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Resolved;
import org.suanwang.catalog.catalog.Specification;
import org.suanwang.catalog.measure.Unit;

/**
 * The devices that a system or a board of several holds, found along {@code contains}. A rack of
 * superchips whose devices are claimed directly as well holds them once: of two ways to the same
 * devices, the direct one counts.
 *
 * @param parts ordered by id; empty when nothing is claimed to be contained
 * @param missing what would have to be claimed for the list to be whole
 */
public record Composition(List<Part> parts, List<String> missing) {
  static final String RULE = "sum-over-contained-devices";

  public Composition {
    parts = List.copyOf(parts);
    missing = List.copyOf(missing);
  }

  /** So many devices of one accelerator. */
  public record Part(Accelerator accelerator, Resolved count) {}

  /** Whether every contained device is known with its number. */
  public boolean isKnown() {
    return !parts.isEmpty() && missing.isEmpty();
  }

  /** The devices of a subject; a plain accelerator contains none. */
  public static Composition of(Catalog catalog, String subjectId) {
    return read(catalog, subjectId, new HashSet<>());
  }

  private static Composition read(Catalog catalog, String id, Set<String> path) {
    Specification specification = catalog.findDossier(id).map(Dossier::specification).orElse(null);
    // A circle of containment ends where it began.
    if (specification == null || !path.add(id)) {
      return new Composition(List.of(), List.of());
    }
    Set<String> direct = targets(specification);
    Map<String, Composition> inner = new HashMap<>();
    direct.forEach(t -> inner.put(t, read(catalog, t, path)));
    path.remove(id);
    Map<String, Part> parts = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    for (String target : direct) {
      Composition within = inner.getOrDefault(target, new Composition(List.of(), List.of()));
      if (!isAnotherWayTo(within, direct)) {
        Resolved count = specification.number(new Link(Link.Relation.CONTAINS, target));
        add(catalog, id, target, count, within, parts, missing);
      }
    }
    return new Composition(List.copyOf(parts.values()), missing);
  }

  private static Set<String> targets(Specification specification) {
    Set<String> targets = new TreeSet<>();
    specification.numbers().keySet().forEach(a -> addTarget(a, targets));
    specification.texts().keySet().forEach(a -> addTarget(a, targets));
    return targets;
  }

  private static void addTarget(Attribute attribute, Set<String> targets) {
    if (attribute instanceof Link link && link.relation() == Link.Relation.CONTAINS) {
      targets.add(link.target());
    }
  }

  private static boolean isAnotherWayTo(Composition within, Set<String> direct) {
    return !within.parts().isEmpty()
        && within.parts().stream().allMatch(p -> direct.contains(p.accelerator().id()));
  }

  private static void add(
      Catalog catalog,
      String id,
      String target,
      @Nullable Resolved count,
      Composition within,
      Map<String, Part> parts,
      List<String> missing) {
    if (count == null || !count.isComparable()) {
      missing.add(id + ".contains " + target + " (how many)");
      return;
    }
    catalog.findAccelerator(target).ifPresent(a -> merge(parts, new Part(a, count)));
    if (catalog.findDossier(target).isEmpty()) {
      missing.add(target + " (of which nothing is claimed)");
    } else if (catalog.findAccelerator(target).isEmpty()) {
      missing.addAll(within.missing());
      for (Part p : within.parts()) {
        Resolved devices = SpanArithmetic.product(count, p.count(), Unit.DEVICE, RULE);
        merge(parts, new Part(p.accelerator(), devices));
      }
    }
  }

  private static void merge(Map<String, Part> parts, Part part) {
    parts.merge(
        part.accelerator().id(),
        part,
        (a, b) -> new Part(a.accelerator(), SpanArithmetic.sum(a.count(), b.count(), RULE)));
  }
}
