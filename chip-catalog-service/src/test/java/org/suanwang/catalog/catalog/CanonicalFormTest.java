package org.suanwang.catalog.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.catalog.catalog.Claims.claim;
import static org.suanwang.catalog.catalog.Claims.verdict;
import static org.suanwang.catalog.catalog.HashedContent.assertAllDiffer;
import static org.suanwang.catalog.catalog.HashedContent.content;
import static org.suanwang.catalog.catalog.HashedContent.hash;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.CellStatus;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Item;
import org.suanwang.catalog.accelerator.Scope;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.accelerator.Vendor;
import org.suanwang.catalog.accelerator.Verdict;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.DateKind;
import org.suanwang.catalog.provenance.PartialDate;
import org.suanwang.catalog.provenance.Recorded;
import org.suanwang.catalog.provenance.Source;
import org.suanwang.catalog.provenance.Tier;

/** Every field of what stands beside claims is in the hash, and no order. */
class CanonicalFormTest {
  @Test
  void everyFieldOfASource_changesTheHash() {
    PartialDate day = PartialDate.parse("2024-01-01");
    PartialDate month = PartialDate.parse("2024-01");
    DateKind read = DateKind.ACCESSED;
    DateKind out = DateKind.PUBLISHED;
    assertAllDiffer(
        Stream.of(
                new Source("s", "t", "p", Tier.PRESS, day, out, null, null, null),
                new Source("r", "t", "p", Tier.PRESS, day, out, null, null, null),
                new Source("s", "u", "p", Tier.PRESS, day, out, null, null, null),
                new Source("s", "t", "q", Tier.PRESS, day, out, null, null, null),
                new Source("s", "t", "p", Tier.FILING, day, out, null, null, null),
                new Source("s", "t", "p", Tier.PRESS, month, out, null, null, null),
                new Source("s", "t", "p", Tier.PRESS, day, read, null, null, null),
                new Source("s", "t", "p", Tier.PRESS, day, out, "x", null, null),
                new Source("s", "t", "p", Tier.PRESS, day, out, null, "x", null),
                new Source("s", "t", "p", Tier.PRESS, day, out, null, null, "x"))
            .map(HashedContent::content)
            .toList());
  }

  @Test
  void everyFieldOfASubject_changesTheHash() {
    List<Subject> subjects = new ArrayList<>();
    for (String id : List.of("a", "b")) {
      subjects.add(new Vendor(id, "A", List.of(), "CN"));
    }
    subjects.add(new Vendor("a", "B", List.of(), "CN"));
    subjects.add(new Vendor("a", "A", List.of(), "US"));
    for (List<String> aliases :
        List.of(List.of("x", "y"), List.of("y", "x"), List.of("x,y"), List.of("x\",\"y"))) {
      subjects.add(new Vendor("a", "A", aliases, "CN"));
    }
    for (Scope scope : Scope.values()) {
      subjects.add(new Accelerator("a", "A", List.of(), "v", scope));
    }
    subjects.add(new Accelerator("a", "A", List.of(), "w", Scope.DIE));
    for (Item.Kind kind : Item.Kind.values()) {
      subjects.add(new Item("a", kind, "A", List.of(), null));
      subjects.add(new Item("a", kind, "A", List.of(), "v"));
    }
    assertAllDiffer(subjects.stream().map(HashedContent::content).toList());
  }

  @Test
  void everyFieldAndTheOrderOfVerdicts_changeTheHash() {
    Verdict ok = verdict("chip.a", CellStatus.OK, "us", "2024-01-01");
    Verdict bad = verdict("chip.a", CellStatus.SUSPECT, "us", "2024-01-01");
    var noted = new Verdict("chip.a", CellStatus.OK, "null", ok.recorded());
    var known = new Verdict("chip.a", CellStatus.OK, null, new Recorded("us", LocalDate.EPOCH));
    var theirs = new Verdict("chip.a", CellStatus.OK, null, new Recorded("me", ok.recorded().on()));
    assertAllDiffer(
        List.of(
            content(),
            content(ok),
            content(bad),
            content(noted),
            content(known),
            content(theirs),
            content(ok, bad),
            content(bad, ok)));
  }

  @Test
  void orderOfWhatIsGiven_doesNotMatter() {
    List<Claim<Fact>> claims = new ArrayList<>();
    for (String subject : List.of("chip", "other", "maker")) {
      for (String name : List.of("z", "a", "10", "9", "a.b", "芯片")) {
        claims.add(claim(subject + "." + name, Plain.POWER, "300", Tier.PRESS));
      }
    }
    List<Verdict> verdicts = new ArrayList<>();
    claims.forEach(c -> verdicts.add(verdict(c.id(), CellStatus.OK, "us 1", "2024-01-01")));
    CatalogContent base = Claims.content();
    List<Source> sources = new ArrayList<>(base.sources());
    List<Subject> subjects = new ArrayList<>(base.subjects());
    String hash = hash(new CatalogContent(sources, subjects, claims, verdicts));
    Random random = new Random(5);
    for (int i = 0; i < 20; i++) {
      List.of(claims, verdicts, sources, subjects).forEach(l -> Collections.shuffle(l, random));
      assertThat(hash(new CatalogContent(sources, subjects, claims, verdicts))).isEqualTo(hash);
    }
  }
}
