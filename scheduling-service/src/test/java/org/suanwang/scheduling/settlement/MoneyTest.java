package org.suanwang.scheduling.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MoneyTest {
  @Test
  void oneDeviceForOneHour_costsItsPrice() {
    assertThat(Money.charge(9_500_000L * 1000, 3600)).isEqualTo(9_500_000);
  }

  @Test
  void tenCompaniesForNinetyDays_fitAndAreExact() {
    // 30,919 devices × 2,160 h × 9.5 CNY/h = 634,457,880 CNY, by hand
    assertThat(Money.charge(30_919L * 1000 * 9_500_000, 90L * 86_400))
        .isEqualTo(634_457_880L * Money.MICRO_PER_CNY);
  }

  @Test
  void halfAMillionth_isRoundedUp() {
    assertThat(Money.charge(1_800_000, 1)).isEqualTo(1);
    assertThat(Money.charge(1_799_999, 1)).isZero();
  }

  @Test
  void productBeyondLongs_isStillExact() {
    assertThat(Money.charge(8_000_000_000_000_000L, 3_600_000)).isEqualTo(8_000_000_000_000_000L);
    assertThatThrownBy(() -> Money.charge(Long.MAX_VALUE, Integer.MAX_VALUE))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void share_isRoundedHalfUp() {
    assertThat(Money.share(1_000_000, 80_000)).isEqualTo(80_000);
    assertThat(Money.share(1, 500_000)).isEqualTo(1);
    assertThat(Money.share(1, 499_999)).isZero();
    assertThat(Money.share(9_000_000_000_000_000_000L, 1_000_000))
        .isEqualTo(9_000_000_000_000_000_000L);
  }
}
