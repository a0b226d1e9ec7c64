package org.suanwang.catalog.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.catalog.catalog.Claims.catalog;
import static org.suanwang.catalog.catalog.Claims.claim;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Named;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.provenance.Tier;

/**
 * What bandwidth and bus make of the rate of a pin. The rows are of Epoch AI's table, CC BY 4.0.
 */
class MemoryRateTest {
  private static final Named CLOCK = new Named(Named.Family.CLOCK, "memory");

  private static List<String> found(String released, String bandwidth, String bus, String clock) {
    return IntegrityRules.check(
            catalog(
                claim("chip.d", Plain.RELEASE_DATE, new Quantity.Text(released), Tier.THIRD_PARTY),
                claim("chip.b", Plain.MEMORY_BANDWIDTH, bandwidth, Tier.THIRD_PARTY),
                claim("chip.w", Plain.MEMORY_BUS_WIDTH, bus, Tier.THIRD_PARTY),
                claim("chip.c", CLOCK, clock, Tier.THIRD_PARTY)))
        .all()
        .stream()
        .map(Finding::rule)
        .filter(rule -> !rule.equals("SourceIsUsed"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "2023-12-06, 10300, 8192, 2.525", // MI308X: 10 GT/s of HBM3
    "2016-09-13, 694.3, 384, 1.808" // P40: 14.5 GT/s of GDDR5
  })
  void pinThatIsFasterThanAnyOfItsTime_isFound(
      String released, String bandwidth, String bus, String clock) {
    assertThat(found(released, bandwidth, bus, clock)).containsExactly("MemoryRateExistedThen");
  }

  @ParameterizedTest
  @CsvSource({
    "2022-09-20, 3350, 5120, 1.313", // H100 SXM5, HBM3
    "2024-03-14, 3938, 6016, 2.619", // H100 NVL
    "2020-11-16, 2039, 5120, 1.593", // A100, HBM2E
    "2016-04-05, 732, 4096, 0.715", // P100, HBM2
    "2022-09-20, 1008, 384, 1.313", // RTX 4090, GDDR6X
    "2022-12, 960, 384, 2.5", // RX 7900 XTX, GDDR6
    "2013, 336, 384, 1.75" // GTX Titan Black, GDDR5
  })
  void pinsOfTheirTime_areNotFound(String released, String bandwidth, String bus, String clock) {
    assertThat(found(released, bandwidth, bus, clock)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2020-03-01, 1560, 5120, 1.59", "2020-03-01, 1560, 5120, 0.2"})
  void bandwidthThatIsNoMultipleOfTheClock_isFound(
      String released, String bandwidth, String bus, String clock) {
    assertThat(found(released, bandwidth, bus, clock)).containsExactly("BandwidthIsBusTimesRate");
  }
}
