package org.suanwang.catalog.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Item;
import org.suanwang.catalog.accelerator.Scope;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.accelerator.Vendor;
import org.suanwang.catalog.accelerator.Verdict;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Recorded;
import org.suanwang.catalog.provenance.Source;

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
            "statements");
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
    return Optional.of(
        switch (folder) {
          case "accelerators" ->
              new Accelerator(
                  id(),
                  map.text("name"),
                  map.texts("aliases"),
                  map.text("vendor"),
                  map.constant("scope", Scope.class));
          case "vendors" ->
              new Vendor(id(), map.text("name"), map.texts("aliases"), map.text("country"));
          default ->
              new Item(
                  id(),
                  ITEMS.getOrDefault(folder, Item.Kind.SYSTEM),
                  map.text("name"),
                  map.texts("aliases"),
                  map.findText("vendor").orElse(null));
        });
  }

  /** Reads all claims about the subject. */
  void readClaims(
      Subject subject,
      Recorded recorded,
      Function<String, Optional<Source>> sources,
      List<Claim<Fact>> claims,
      List<Verdict> verdicts) {
    Scope scope = subject instanceof Accelerator a ? a.scope() : Scope.SYSTEM;
    var context = new SubjectContext(subject.id(), scope, recorded, sources);
    map.maps("figures").forEach(new FigureCells(context, claims, verdicts)::read);
    map.maps("claims").forEach(new SingleClaims(context, claims)::read);
    map.maps("statements").forEach(new Statements(context, claims, verdicts)::read);
  }
}
