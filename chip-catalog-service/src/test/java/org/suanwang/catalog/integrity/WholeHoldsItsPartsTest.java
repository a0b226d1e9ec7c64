package org.suanwang.catalog.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.catalog.catalog.Claims.catalog;
import static org.suanwang.catalog.catalog.Claims.claim;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Link;
import org.suanwang.catalog.accelerator.Link.Relation;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.measure.Unit;
import org.suanwang.catalog.provenance.Tier;

/** What several devices have together is not below what they have each. */
class WholeHoldsItsPartsTest {
  private static final Attribute TWO_OTHERS = new Link(Relation.CONTAINS, "other");

  private static List<String> found(Plain of, String whole, String part) {
    return new WholeHoldsItsParts()
            .check(
                catalog(
                    claim("chip.n", TWO_OTHERS, "2", Tier.VENDOR_DATASHEET),
                    claim("chip.a", of, whole, Tier.VENDOR_DATASHEET),
                    claim("other.a", of, part, Tier.VENDOR_DATASHEET)))
            .stream()
            .map(Finding::subject)
            .toList();
  }

  @ParameterizedTest
  @CsvSource({"192, 192", "300, 192", "96, 192"})
  void boardWithTheMemoryOfOneDevice_isFound(String whole, String part) {
    assertThat(found(Plain.MEMORY_CAPACITY, whole, part)).containsExactly("chip.a");
    assertThat(found(Plain.POWER, whole, part)).containsExactly("chip.a");
  }

  @ParameterizedTest
  @CsvSource({"384, 192", "372, 192", "1000, 192"})
  void boardWithAllOfIt_isNot(String whole, String part) {
    assertThat(found(Plain.MEMORY_CAPACITY, whole, part)).isEmpty();
    assertThat(found(Plain.POWER, whole, part)).isEmpty();
  }

  @Test
  void bandwidthOfLinks_doesNotAddUp() {
    assertThat(found(Plain.INTERCONNECT_BANDWIDTH, "900", "900")).isEmpty();
    assertThat(TWO_OTHERS.form().units()).contains(Unit.DEVICE);
  }
}
