package org.suanwang.catalog.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Item;
import org.suanwang.catalog.accelerator.Scope;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.accelerator.Vendor;
import org.suanwang.catalog.accelerator.Verdict;
import org.suanwang.catalog.check.CountryCode;
import org.suanwang.catalog.provenance.Claim;

/**
 * One subject's file: who it is, the printed cells about it, and the other claims. A file without a
 * name only adds claims about a subject of an earlier package.
 */
final class SubjectFile {
  private static final Map<String, Item.Kind> ITEMS =
      Map.of(
          "systems", Item.Kind.SYSTEM,
          "software-stacks", Item.Kind.SOFTWARE_STACK,
          "ai-models", Item.Kind.AI_MODEL,
          "interconnects", Item.Kind.INTERCONNECT,
          "policies", Item.Kind.POLICY);

  /** The folders that hold subjects, by what they are. */
  static final List<String> FOLDERS =
      List.of(
          "accelerators",
          "vendors",
          "systems",
          "software-stacks",
          "ai-models",
          "interconnects",
          "policies");

  private final YamlMap map;
  private final String folder;

  /** The folder that a subject belongs into. */
  static String folder(Subject subject) {
    return switch (subject) {
      case Accelerator _ -> "accelerators";
      case Vendor _ -> "vendors";
      case Item item ->
          ITEMS.entrySet().stream()
              .filter(e -> e.getValue() == item.kind())
              .map(Map.Entry::getKey)
              .findFirst()
              .orElseThrow();
    };
  }

  SubjectFile(YamlMap map, String folder) {
    this.map =
        map.allow(
            "id",
            "name",
            "aliases",
            "vendor",
            "scope",
            "country",
            "figures",
            "claims",
            "statements",
            "verdicts");
    this.folder = folder;
  }

  String id() {
    return map.text("id");
  }

  /** The subject that the file describes; empty when it only adds claims about one. */
  Optional<Subject> findSubject() {
    if (!map.has("name")) {
      return Optional.empty();
    }
    requireSlug(map, "id", id());
    return Optional.of(
        switch (folder) {
          case "accelerators" ->
              new Accelerator(
                  id(),
                  map.text("name"),
                  map.texts("aliases"),
                  map.text("vendor"),
                  map.constant("scope", Scope.class));
          case "vendors" -> new Vendor(id(), map.text("name"), map.texts("aliases"), country());
          default ->
              new Item(
                  id(),
                  ITEMS.getOrDefault(folder, Item.Kind.SYSTEM),
                  map.text("name"),
                  map.texts("aliases"),
                  map.findText("vendor").orElse(null));
        });
  }

  private String country() {
    String country = map.text("country");
    if (!CountryCode.isOne(country)) {
      map.violate("country", country, CountryCode.RULE, CountryCode.REMEDY);
    }
    return country;
  }

  static void requireSlug(YamlMap map, String field, String id) {
    if (!id.matches("[a-z0-9][a-z0-9-]{0,99}")) {
      map.violate(
          field, id, "must be small letters, digits and hyphens, at most 100", "write huawei-x1");
    }
  }

  /**
   * Reads all claims about the subject.
   *
   * @param history verdicts that name who gave them and when, of which a claim may have several
   */
  void readClaims(
      SubjectContext context,
      List<Claim<Fact>> claims,
      List<Verdict> verdicts,
      List<Verdict> history) {
    map.maps("figures").forEach(new FigureCells(context, claims, verdicts)::read);
    var single = new SingleClaims(context, claims);
    var exact = new ExactClaims(context, claims);
    for (YamlMap claim : map.maps("claims")) {
      if (claim.has("claimId")) {
        exact.read(claim);
      } else {
        single.read(claim);
      }
    }
    map.maps("statements").forEach(new Statements(context, claims, verdicts)::read);
    map.maps("verdicts").forEach(new ExactVerdicts(context, history)::read);
  }
}
