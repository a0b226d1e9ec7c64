package org.suanwang.scheduling.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A request occupies a replica for a second, so a rate is a number of busy replicas. */
class AutoscalerTest {
  private static final Replica SECOND = Serving.replica(Serving.linear(0.01, 0.001), 1);

  private static int[] replicas(ScalingRule rule, double... busy) {
    List<RequestRate.Step> steps = new ArrayList<>();
    for (int i = 0; i < busy.length; i++) {
      steps.add(new RequestRate.Step(i * 60L, busy[i]));
    }
    return Autoscaler.replicas(
        Serving.service(
            SECOND,
            rule,
            new StepClock(0, 60, busy.length),
            1e9,
            Serving.requests(100, 1, new RequestRate(steps, 0))));
  }

  @Test
  void desired_isTheCeilingOfReplicasTimesUtilisationOverTarget() {
    ScalingRule rule = new ScalingRule(1, 100, 0.5, 0.1, 0, 0);

    assertThat(replicas(rule, 1, 2.1, 2.1)).containsExactly(1, 2, 5);
  }

  @Test
  void withinTolerance_nothingChanges() {
    ScalingRule rule = new ScalingRule(10, 100, 0.5, 0.1, 0, 0);

    assertThat(replicas(rule, 5.4, 5.6, 5)).containsExactly(10, 10, 12);
  }

  @Test
  void leastAndMost_areKept() {
    ScalingRule rule = new ScalingRule(2, 5, 0.5, 0.1, 0, 0);

    assertThat(replicas(rule, 0, 100, 0, 0)).containsExactly(2, 2, 5, 2);
  }

  @Test
  void reduction_waitsForTheWindow() {
    // Ten were wanted after the step that ends at 60 s: for 180 s that counts.
    ScalingRule rule = new ScalingRule(1, 100, 0.5, 0.1, 180, 0);

    assertThat(replicas(rule, 5, 1, 1, 1, 1, 1)).containsExactly(1, 10, 10, 10, 10, 2);
  }

  @Test
  void fromNoReplica_itStartsWhenRequestsCome() {
    ScalingRule rule = new ScalingRule(0, 10, 1, 0.1, 0, 0);

    assertThat(replicas(rule, 0, 2, 2, 0, 0)).containsExactly(0, 0, 2, 2, 0);
  }

  @Test
  void wholeQuotient_isNotRoundedUp() {
    ScalingRule rule = new ScalingRule(1, 100, 0.1, 0, 0, 0);

    assertThat(replicas(rule, 0.3, 0)).containsExactly(1, 3);
  }
}
