package org.suanwang.catalog.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Link;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Resolved;
import org.suanwang.catalog.provenance.Claim;

/** All relations of a catalogue, both ways. Immutable; made once for a catalogue. */
public final class Relations {
  private static final Comparator<Relation> ORDER =
      Comparator.comparing((Relation r) -> r.kind().kind())
          .thenComparing(Relation::subject)
          .thenComparing(Relation::target);

  private final Map<String, List<Relation>> bySubject = new HashMap<>();
  private final Map<String, List<Relation>> byTarget = new HashMap<>();

  private Relations() {}

  /**
   * One subject stands so to another.
   *
   * @param number how many, or how much, where that is claimed
   * @param text in which words
   * @param claimIds the credible claims that say so
   */
  public record Relation(
      String subject,
      Link.Relation kind,
      String target,
      @Nullable Resolved number,
      @Nullable String text,
      List<String> claimIds) {
    public Relation {
      claimIds = List.copyOf(claimIds);
    }
  }

  public static Relations of(Catalog catalog) {
    Relations relations = new Relations();
    catalog.dossiers().forEach(relations::add);
    relations.byTarget.values().forEach(l -> l.sort(ORDER));
    relations.bySubject.values().forEach(l -> l.sort(ORDER));
    return relations;
  }

  private void add(Dossier dossier) {
    var specification = dossier.specification();
    Stream.concat(
            specification.numbers().keySet().stream(), specification.texts().keySet().stream())
        .filter(Link.class::isInstance)
        .map(Link.class::cast)
        .distinct()
        .forEach(link -> add(dossier, link));
  }

  private void add(Dossier dossier, Link link) {
    Relation relation =
        new Relation(
            dossier.subject().id(),
            link.relation(),
            link.target(),
            dossier.specification().number(link),
            dossier.specification().text(link),
            claimIds(dossier, link));
    bySubject.computeIfAbsent(relation.subject(), _ -> new ArrayList<>()).add(relation);
    byTarget.computeIfAbsent(relation.target(), _ -> new ArrayList<>()).add(relation);
  }

  /** The credible claims of a dossier that say something about an attribute, ordered by id. */
  public static List<String> claimIds(Dossier dossier, Attribute attribute) {
    return dossier.claims().stream()
        .filter(c -> c.content().attribute().equals(attribute))
        .filter(dossier::isCredible)
        .filter(Relations::saysSomething)
        .map(Claim::id)
        .toList();
  }

  private static boolean saysSomething(Claim<Fact> claim) {
    return claim.content().quantity().unit().isPresent()
        || claim.content().quantity() instanceof org.suanwang.catalog.measure.Quantity.Text;
  }

  /** What a subject says of others, ordered by relation and target. */
  public List<Relation> from(String subjectId) {
    return List.copyOf(bySubject.getOrDefault(subjectId, List.of()));
  }

  /** What others say of a subject, ordered by relation and subject. */
  public List<Relation> to(String targetId) {
    return List.copyOf(byTarget.getOrDefault(targetId, List.of()));
  }

  List<Relation> from(String subjectId, Link.Relation kind) {
    return from(subjectId).stream().filter(r -> r.kind() == kind).toList();
  }

  List<Relation> to(String targetId, Link.Relation kind) {
    return to(targetId).stream().filter(r -> r.kind() == kind).toList();
  }
}
