package org.suanwang.scheduling.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;

class DeviceFlowTest {
  /** What may go anywhere gives way to what may not. */
  @Test
  void timeThatMayGoElsewhere_goesElsewhere() {
    DeviceFlow flow = new DeviceFlow(new double[] {10, 10});
    flow.add(new int[] {0, 1}, 10);
    flow.add(new int[] {0}, 8);
    flow.add(new int[] {1}, 1);
    assertThat(flow.most()).isEqualTo(19);
  }

  /** 500 groups and as many sets are too many to tell apart: what is left out makes it no less. */
  @Test
  void manySets_boundNoLessThanEachByItself() {
    double[] capacity = new double[500];
    Arrays.fill(capacity, 1);
    DeviceFlow flow = new DeviceFlow(capacity);
    double possible = 0;
    for (int group = 0; group < capacity.length; group++) {
      flow.add(new int[] {group}, group % 2 == 0 ? 0.5 : 2);
      possible += group % 2 == 0 ? 0.5 : 1;
    }
    assertThat(flow.most()).isBetween(possible, 500.0);
  }

  @Test
  void groupThatIsTooSmall_boundsItsJobs() {
    DeviceFlow flow = new DeviceFlow(new double[] {10, 90});
    flow.add(new int[] {0}, 50);
    assertThat(flow.most()).isEqualTo(10);
    assertThat(new DeviceFlow(new double[0]).most()).isZero();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void anyTransport_isWhatTheLinearProgrammeSays(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] capacity = random.doubles(1 + random.nextInt(8), 0, 100).toArray();
    DeviceFlow flow = new DeviceFlow(capacity);
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    Expression[] groups = new Expression[capacity.length];
    for (int g = 0; g < capacity.length; g++) {
      groups[g] = model.newExpression("group" + g).upper(capacity[g]);
    }
    for (int j = 0; j < 1 + random.nextInt(12); j++) {
      double supply = random.nextInt(5) == 0 ? 0 : random.nextDouble() * 60;
      int[] may = IntStream.range(0, capacity.length).filter(g -> random.nextInt(3) == 0).toArray();
      flow.add(may, supply);
      Expression all = model.newExpression("supply" + j).upper(supply);
      for (int g : may) {
        Variable sent = model.newVariable(j + "to" + g).lower(0).weight(1);
        all.set(sent, 1);
        groups[g].set(sent, 1);
      }
    }
    assertThat(flow.most()).isCloseTo(model.maximise().getValue(), within(1e-6));
  }
}
