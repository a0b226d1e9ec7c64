package org.suanwang.catalog.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.catalog.catalog.Claims.catalog;
import static org.suanwang.catalog.catalog.Claims.claim;
import static org.suanwang.catalog.catalog.Claims.peak;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Tier;

/** A sparse peak says beside which dense one it stands. */
class SparseHasDenseTest {
  private static final Attribute DENSE = peak(Precision.FP16, Sparsity.DENSE, Circuit.MATRIX);
  private static final Claim<Fact> SPARSE =
      claim(
          "chip.a", peak(Precision.FP16, Sparsity.SPARSE_2_4, Circuit.MATRIX), "1979", Tier.PRESS);

  @SafeVarargs
  private static List<String> found(Claim<Fact>... claims) {
    return IntegrityRules.check(catalog(claims)).all().stream()
        .filter(f -> f.rule().equals("SparseHasDense"))
        .map(Finding::subject)
        .toList();
  }

  @Test
  void sparsePeakAlone_isFound() {
    assertThat(found(SPARSE)).containsExactly("chip.a");
  }

  @Test
  void sparsePeakBesideOneOfAnotherPrecision_isFound() {
    var other = peak(Precision.FP8, Sparsity.DENSE, Circuit.MATRIX);
    assertThat(found(SPARSE, claim("chip.b", other, "1979", Tier.PRESS))).containsExactly("chip.a");
  }

  @Test
  void sparsePeakBesideTheDenseOne_isNotFound() {
    assertThat(found(SPARSE, claim("chip.b", DENSE, "989.4", Tier.PRESS))).isEmpty();
  }

  @Test
  void sparsePeakWhoseDenseOneNobodyTells_isNotFound() {
    var unknown = new Quantity.Unknown(Quantity.Reason.NOT_DISCLOSED);
    assertThat(found(SPARSE, claim("chip.b", DENSE, unknown, Tier.PRESS))).isEmpty();
  }
}
