package org.suanwang.catalog.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.catalog.catalog.Claims.catalog;
import static org.suanwang.catalog.catalog.Claims.claim;
import static org.suanwang.catalog.catalog.Claims.correcting;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Tier;

/** A number is not so many times what all others say. */
class FarFromOthersTest {
  private static Claim<Fact> memory(String id, String gigabytes) {
    return claim(id, Plain.MEMORY_CAPACITY, gigabytes, Tier.PRESS);
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // The array is only passed on.
  private static List<String> found(Claim<Fact>... claims) {
    Catalog catalog = catalog(claims);
    return new FarFromOthers()
        .check(catalog, catalog.findDossier("chip").orElseThrow()).stream()
            .map(Finding::subject)
            .toList();
  }

  @Test
  void numberBeyondTwentyTimesAllOthers_isFound() {
    assertThat(found(memory("chip.a", "96"), memory("chip.b", "94"), memory("chip.c", "96000")))
        .containsExactly("chip.c");
    assertThat(found(memory("chip.a", "96"), memory("chip.c", "2000")))
        .as("nobody knows which of two is wrong")
        .containsExactly("chip.a", "chip.c");
  }

  @Test
  void nearOrLonelyOrCorrectedNumbers_areNot() {
    assertThat(found(memory("chip.a", "96"), memory("chip.c", "1900"))).isEmpty();
    assertThat(found(memory("chip.c", "96000"))).isEmpty();
    assertThat(found(memory("chip.a", "96000"), correcting(memory("chip.b", "96"), "chip.a")))
        .isEmpty();
  }
}
