package org.suanwang.catalog.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.catalog.query.SmallCatalog.catalog;
import static org.suanwang.catalog.query.SmallCatalog.dense;
import static org.suanwang.catalog.query.SmallCatalog.fp16;
import static org.suanwang.catalog.query.SmallCatalog.says;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.provenance.Claim;

/** Accelerators of two vendors do not have several odd numbers in common. */
class NeighbourIsNotCopiedTest {
  private static Claim<Fact> fp32(String subject, String printed) {
    return says(subject, dense(Precision.FP32, Circuit.VECTOR), printed);
  }

  private static List<Finding> found(Catalog catalog) {
    return new NeighbourIsNotCopied().check(catalog);
  }

  @Test
  void accelerator_withThreeOddNumbersOfAnotherVendors_isACopy() {
    List<Finding> found =
        found(
            catalog(
                fp16("chip", "119.5 TFLOPS"),
                fp32("chip", "59.35 TFLOPS"),
                says("chip", Plain.DIE_AREA, "609 mm2"),
                fp16("foreign", "119.5 TFLOPS"),
                fp32("foreign", "59.35 TFLOPS"),
                says("foreign", Plain.DIE_AREA, "609 mm2")));
    assertThat(found).extracting(Finding::subject).containsExactly("foreign");
    assertThat(found.getFirst().message()).contains("FP16 peak").contains("of chip");
  }

  @Test
  void roundNumbersAndThoseOfOneVendor_areNoCopy() {
    assertThat(
            found(
                catalog(
                    fp16("chip", "128 TFLOPS"),
                    fp32("chip", "64 TFLOPS"),
                    says("chip", Plain.DIE_AREA, "609 mm2"),
                    fp16("foreign", "128 TFLOPS"),
                    fp32("foreign", "64 TFLOPS"),
                    says("foreign", Plain.DIE_AREA, "609 mm2"))))
        .isEmpty();
    assertThat(
            found(
                catalog(
                    fp16("chip", "119.5 TFLOPS"),
                    fp32("chip", "59.35 TFLOPS"),
                    says("chip", Plain.DIE_AREA, "609 mm2"),
                    fp16("other", "119.5 TFLOPS"),
                    fp32("other", "59.35 TFLOPS"),
                    says("other", Plain.DIE_AREA, "609 mm2"))))
        .isEmpty();
  }
}
