package org.suanwang.scheduling.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.simulation.Event;
import org.suanwang.scheduling.simulation.EventKind;
import org.suanwang.scheduling.simulation.EventSink;
import org.suanwang.scheduling.simulation.RandomInput;
import org.suanwang.scheduling.simulation.SimulationInput;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.JobTable;

/** Who passed whom, by hand and beside a count that looks at all who wait. */
class PassingTest {
  /** Looks through all jobs at every start. */
  private static final class Naive implements EventSink {
    private final long[] ranks;
    private final BitSet waiting = new BitSet();
    private final BitSet started = new BitSet();
    private final int[] passedBy;
    private final boolean[] passed;

    Naive(long[] ranks) {
      this.ranks = ranks;
      passedBy = new int[ranks.length];
      passed = new boolean[ranks.length];
    }

    @Override
    public void accept(Event event) {
      int job = event.job();
      EventKind kind = event.kind();
      if (kind == EventKind.SUBMITTED || kind == EventKind.PREEMPTED || kind == EventKind.FAILED) {
        waiting.set(job);
      } else if (kind == EventKind.REJECTED) {
        waiting.clear(job);
      } else if (kind == EventKind.STARTED) {
        waiting.clear(job);
        started.set(job);
        waiting.stream().filter(w -> isBefore(w, job)).forEach(w -> pass(w, job));
      }
    }

    private void pass(int waits, int job) {
      passed[job] = true;
      passedBy[waits] += started.get(waits) ? 0 : 1;
    }

    private boolean isBefore(int job, int other) {
      return ranks[job] < ranks[other] || (ranks[job] == ranks[other] && job < other);
    }
  }

  static Stream<Arguments> seedsAndPolicies() {
    List<String> policies =
        List.of(
            "fifo-best-fit",
            "sjf-skip-first-fit",
            "fifo-easy-first-fit",
            "priority-conservative-first-fit",
            "las-preempt-first-fit");
    return IntStream.range(0, 30)
        .boxed()
        .flatMap(seed -> policies.stream().map(p -> Arguments.of(seed, p)));
  }

  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("seedsAndPolicies")
  void anyRun_isCountedAsByLookingAtAll(int seed, String policy) {
    RandomInput draw = new RandomInput(seed);
    Fleet fleet = draw.drawFleet();
    JobTable jobs = draw.drawPlans(draw.drawJobs(80));
    SimulationInput input = Compared.input(fleet, jobs, policy, EstimateRule.RUN_ON);
    long[] ranks = Compared.ranks(input);
    Passing passing = new Passing(ranks);
    Naive naive = new Naive(ranks);
    Runner.run(input, EventSink.all(List.of(passing, naive)));
    for (int job = 0; job < jobs.size(); job++) {
      assertThat(passing.passedBy(job)).as(jobs.id(job)).isEqualTo(naive.passedBy[job]);
      assertThat(passing.hasPassed(job)).as(jobs.id(job)).isEqualTo(naive.passed[job]);
    }
  }

  @Test
  void smallJobBehindALargeOne_passesIt() {
    JobTable jobs =
        Jobs.table(
            Jobs.whole("runs", 3, 0, 100),
            Jobs.whole("large", 4, 1, 10),
            Jobs.whole("small", 1, 2, 10),
            Jobs.whole("late", 1, 200, 10));
    RunSide strict = Compared.side(Fleets.single(1, 4), jobs, "fifo-first-fit");
    RunSide easy = Compared.side(Fleets.single(1, 4), jobs, "fifo-easy-first-fit");
    assertThat(IntStream.range(0, 4).map(strict.passing()::passedBy)).containsOnly(0);
    assertThat(easy.passing().passedBy(1)).isEqualTo(1);
    assertThat(easy.passing().hasPassed(2)).isTrue();
    assertThat(easy.passing().passedBy(2)).isZero();
    assertThat(easy.passing().hasPassed(3)).isFalse();
  }

  @Test
  void jobThatStillWaits_isCountedUpToTheEnd() {
    Passing nobody = new Passing(new long[] {0, 1});
    assertThat(nobody.passedBy(0)).isZero();
    assertThat(nobody.hasPassed(1)).isFalse();
    assertThat(new Passing(new long[0])).isNotNull();
  }
}
