package org.suanwang.scheduling.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.check.Checkpoint;

class BackgroundGeneratorTest {
  private static final int JOBS = 100_000;
  private static final SupplyMix MIX =
      new SupplyMix(
          List.of(
              new SupplyMix.Portion("north", "a", 3000, 8),
              new SupplyMix.Portion("south", "b", 1000, 4)));

  private static JobTable draw(long seed, double fractionalShare, DurationLaw law) {
    var background =
        new Background(seed, JOBS, 100, 100, "background", List.of(), fractionalShare, law);
    JobTable.Builder jobs = new JobTable.Builder();
    new BackgroundGenerator(background, MIX, 0).drawInto(jobs, Checkpoint.NONE);
    return jobs.build();
  }

  @Test
  void sameSeed_drawsTheSameJobs() {
    var law = new DurationLaw.GavelLogUniform();
    assertThat(draw(1, 0.2, law).toList()).isEqualTo(draw(1, 0.2, law).toList());
    assertThat(draw(2, 0.2, law).toList()).isNotEqualTo(draw(1, 0.2, law).toList());
  }

  @Test
  void draws_followTheirLaws() {
    JobTable jobs = draw(3, 0.25, new DurationLaw.GavelLogUniform());
    double fractional = 0;
    double north = 0;
    double hours = 0;
    for (int job = 0; job < jobs.size(); job++) {
      fractional += jobs.request(job).isFractional() ? 1 : 0;
      north += "north".equals(jobs.region(job)) ? 1 : 0;
      hours += jobs.workSeconds(job) / 3600.0;
      assertThat(jobs.request(job).devices()).isLessThanOrEqualTo(8);
    }
    assertThat(fractional / JOBS).isCloseTo(0.25, within(0.01));
    assertThat(north / JOBS).isCloseTo(0.75, within(0.01));
    // 0.8·280.4 min + 0.2·3,908.7 min, from the integrals of 10^x
    assertThat(hours / JOBS).isCloseTo(16.77, within(0.3));
    assertThat(jobs.submitSeconds(jobs.size() - 1) / 86_400.0).isCloseTo(100, within(2.0));
  }

  @Test
  void changedDurationLaw_leavesArrivalsAndSizesAlone() {
    JobTable a = draw(4, 0.2, new DurationLaw.GavelLogUniform());
    JobTable b = draw(4, 0.2, new DurationLaw.Lognormal(3600, 1));
    for (int job = 0; job < a.size(); job++) {
      assertThat(b.submitSeconds(job)).isEqualTo(a.submitSeconds(job));
      assertThat(b.request(job)).isEqualTo(a.request(job));
    }
  }
}
