package org.suanwang.catalog.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.catalog.load.SmallPackages.statements;
import static org.suanwang.catalog.load.SmallPackages.value;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.accelerator.CellStatus;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Item;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Scope;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.accelerator.Vendor;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CatalogContent;
import org.suanwang.catalog.catalog.DataPackage;
import org.suanwang.catalog.catalog.Findings;
import org.suanwang.catalog.integrity.IntegrityRules;
import org.suanwang.catalog.measure.Unit;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Tier;

/** Subjects of every kind, and what later packages add to those of earlier ones. */
class SubjectFilesTest {
  private final SmallPackages packages = new SmallPackages();

  @Test
  void laterPackage_addsToASubjectOfAnEarlierOne() {
    packages.put("second/accelerators/chip.yaml", "id: chip\n", statements("{dieArea: 814 mm2}"));
    packages.put(
        "second/vendors/maker.yaml", "id: maker\n", statements("{\"revenue 2022\": 65.71亿元}"));
    packages.manifest("second", "accelerators/chip.yaml", "vendors/maker.yaml");
    CatalogContent second = packages.load("first", "second").getLast().content();
    assertThat(second.subjects()).isEmpty();
    assertThat(second.sources()).isEmpty();
    assertThat(second.claims())
        .extracting(Claim::id)
        .containsExactly("chip.sheet.diearea", "maker.sheet.revenue-2022");
    assertThat(second.claims())
        .allSatisfy(c -> assertThat(c.recorded().by()).isEqualTo("second 1"));
    assertThat(second.claims().getFirst().tier()).isEqualTo(Tier.PRESS);
  }

  @Test
  void laterPackage_correctsAndJudgesClaimsOfAnEarlierOne() {
    packages.put(
        "second/accelerators/chip.yaml",
        "id: chip\n",
        statements("{power: {printed: 310 W, corrects: sheet.power, why: misread}}")
            .replace("place:", "key: better\n    place:"),
        "figures:\n  - source: sheet\n    place: page 1\n    row: Chip\n    cells:\n",
        "      TDP: {claim: sheet.power, status: WRONG}\n");
    packages.manifest("second", "accelerators/chip.yaml");
    Catalog catalog = Catalog.of(CatalogContent.empty());
    for (DataPackage data : packages.load("first", "second")) {
      catalog = catalog.with(data.content());
    }
    var dossier = catalog.findDossier("chip").orElseThrow();
    assertThat(dossier.isCorrectedAway("chip.sheet.power")).isTrue();
    assertThat(dossier.findVerdict("chip.sheet.power").orElseThrow().status())
        .isEqualTo(CellStatus.WRONG);
    assertThat(IntegrityRules.check(catalog).all()).isEmpty();
  }

  @Test
  void relation_mayLeadToASubjectOfALaterPackage() {
    packages.chip("{\"succeeds new-chip\": next generation}");
    packages.put(
        "second/systems/new-chip.yaml",
        "id: new-chip\nname: New\naliases: []\nvendor: maker\n",
        statements("{\"contains chip\": 8 devices}"));
    packages.manifest("second", "systems/new-chip.yaml");
    List<DataPackage> loaded = packages.load("first", "second");
    Catalog half = Catalog.of(loaded.getFirst().content());
    Findings alone = IntegrityRules.check(half);
    assertThat(alone.all()).extracting(f -> f.rule()).containsExactly("ReferencesExist");
    Catalog whole = half.with(loaded.getLast().content());
    assertThat(IntegrityRules.check(whole).all()).isEmpty();
  }

  @Test
  void everyFolder_holdsItsKindOfSubject() {
    String item = "\naliases: [x, y]\n";
    packages.put("first/systems/box.yaml", "id: box\nname: Box\nvendor: maker", item);
    packages.put("first/software-stacks/stack.yaml", "id: stack\nname: Stack\nvendor: maker", item);
    packages.put("first/ai-models/brain.yaml", "id: brain\nname: Brain\nvendor: maker", item);
    packages.put("first/interconnects/link.yaml", "id: link\nname: Link", item);
    packages.put("first/policies/plan.yaml", "id: plan\nname: Plan", item);
    packages.manifest(
        "first",
        "sources/sheet.yaml",
        "vendors/maker.yaml",
        "accelerators/chip.yaml",
        "systems/box.yaml",
        "software-stacks/stack.yaml",
        "ai-models/brain.yaml",
        "interconnects/link.yaml",
        "policies/plan.yaml");
    List<String> aliases = List.of("x", "y");
    assertThat(packages.first().subjects())
        .containsExactly(
            new Item("box", Item.Kind.SYSTEM, "Box", aliases, "maker"),
            new Item("brain", Item.Kind.AI_MODEL, "Brain", aliases, "maker"),
            new Accelerator("chip", "Chip", List.of(), "maker", Scope.BOARD),
            new Item("link", Item.Kind.INTERCONNECT, "Link", aliases, null),
            new Vendor("maker", "Maker", List.of("厂商"), "CN"),
            new Item("plan", Item.Kind.POLICY, "Plan", aliases, null),
            new Item("stack", Item.Kind.SOFTWARE_STACK, "Stack", aliases, "maker"));
  }

  @Test
  void peaksOfASystem_areThoseOfTheWhole() {
    packages.put(
        "first/systems/box.yaml",
        "id: box\nname: Box\naliases: []\n",
        statements("{\"FP8 UNSTATED UNSTATED\": 32 PFLOPS}".replace("PFLOPS", "petaFLOPS")));
    packages.manifest("first", "sources/sheet.yaml", "vendors/maker.yaml", "systems/box.yaml");
    assertThat(packages.only().content())
        .isEqualTo(
            new Fact(
                new Throughput(Precision.FP8, Sparsity.UNSTATED, Circuit.UNSTATED, Scope.SYSTEM),
                value("32000", Unit.TFLOP_PER_SECOND)));
  }
}
