package org.suanwang.catalog.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Numbers from outside cannot make the service expand or round. */
class DecimalsTest {
  @Test
  void hugeExponents_areRefusedWithoutBeingExpanded() {
    assertThat(Decimals.isWithinLimits(new BigDecimal("1e999999999"))).isFalse();
    assertThat(Decimals.isWithinLimits(new BigDecimal("1e-999999999"))).isFalse();
  }

  @Test
  void limits_areInclusive() {
    assertThat(Decimals.isWithinLimits(new BigDecimal("1000000000000"))).isTrue();
    assertThat(Decimals.isWithinLimits(new BigDecimal("1000000000000.1"))).isFalse();
    assertThat(Decimals.isWithinLimits(new BigDecimal("0.000000001"))).isTrue();
    assertThat(Decimals.isWithinLimits(new BigDecimal("0.0000000001"))).isFalse();
  }

  @Test
  void equalNumbers_haveOneForm() {
    assertThat(Decimals.normal(new BigDecimal("1E+3")).toString()).isEqualTo("1000");
    assertThat(Decimals.normal(new BigDecimal("989.400"))).isEqualTo(new BigDecimal("989.4"));
  }
}
