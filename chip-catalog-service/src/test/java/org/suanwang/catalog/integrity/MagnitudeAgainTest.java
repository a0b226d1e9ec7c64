package org.suanwang.catalog.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.catalog.catalog.Claims.claim;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Claims;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.provenance.Tier;
import org.suanwang.catalog.query.GeneratedCatalog;

/** What the rule remembers of the last catalogue makes no difference to what it finds. */
class MagnitudeAgainTest {
  private static final int ACCELERATORS = 700;
  private static final int CLAIMS_EACH = 20;

  /** Of 700 accelerators some are compared with, others not: both kinds are met. */
  private static final int STEPS = 12;

  private static final List<Plain> NUMBERS = List.of(Plain.POWER, Plain.MEMORY_CAPACITY);

  @Test
  void writes_areFoundAsByACheckThatRemembersNothing() {
    var remembering = new MagnitudeIsPlausible();
    Catalog catalog = Catalog.of(GeneratedCatalog.draw(3, ACCELERATORS, CLAIMS_EACH));
    List<List<Finding>> found = new ArrayList<>();
    found.add(remembering.check(catalog));
    for (int step = 0; step < STEPS; step++) {
      String id = catalog.accelerators().get(step * ACCELERATORS / STEPS + step % 3).id();
      Plain attribute = NUMBERS.get(step % NUMBERS.size());
      catalog =
          catalog.with(
              Claims.added(claim(id + ".0-test", attribute, "90000", Tier.VENDOR_DATASHEET)));
      found.add(remembering.check(catalog));
      assertThat(found.getLast())
          .as("step %d", step)
          .isEqualTo(new MagnitudeIsPlausible().check(catalog));
    }
    assertThat(found.stream().distinct().count()).isGreaterThan(STEPS / 2);
  }

  @Test
  void acceleratorThatIsNew_isCompared() {
    var remembering = new MagnitudeIsPlausible();
    remembering.check(Catalog.of(GeneratedCatalog.draw(3, ACCELERATORS, CLAIMS_EACH)));
    Catalog more = Catalog.of(GeneratedCatalog.draw(3, ACCELERATORS + 1, CLAIMS_EACH));
    assertThat(remembering.check(more)).isEqualTo(new MagnitudeIsPlausible().check(more));
  }
}
