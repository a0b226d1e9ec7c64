package org.suanwang.scheduling.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.metrics.JobOutcomes;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.simulation.EventLogHash;
import org.suanwang.scheduling.simulation.EventSink;
import org.suanwang.scheduling.simulation.RunObserver;
import org.suanwang.scheduling.simulation.Simulation;
import org.suanwang.scheduling.simulation.SimulationInput;
import org.suanwang.scheduling.simulation.SimulationLimits;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.workload.Background;
import org.suanwang.scheduling.workload.BackgroundGenerator;
import org.suanwang.scheduling.workload.DurationLaw;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.JobTable;

/**
 * The core by JMH, warm, in a process of its own for each line: milliseconds for 20,000 generated
 * jobs on 200 nodes of eight devices, which are busy for 95 %. So many that a queue is always
 * there.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class CoreBenchmark {
  private static final int JOBS = 20_000;
  private static final int NODES = 200;

  /** Of a job of the generator, in device-seconds: 1.95 devices for 16.8 h. */
  private static final double WORK_MEAN = 118_000;

  private static final double LOAD = 0.95;

  /** Policies that place by the first node, by scores kept for each node, and with estimates. */
  @Param({
    "fifo-first-fit",
    "fifo-skip-first-fit",
    "fifo-best-fit",
    "fifo-fragmentation-gradient-descent",
    "fifo-easy-first-fit",
    "las-preempt-first-fit"
  })
  private String policy = "";

  private SimulationInput input = input("fifo-first-fit");

  /** Draws the jobs: not measured. */
  @Setup
  public void draw() {
    input = input(policy);
  }

  private static SimulationInput input(String policy) {
    Fleet fleet = Fleets.single(NODES, 8);
    double days = JOBS * WORK_MEAN / (NODES * 8 * LOAD) / 86_400;
    var law = new DurationLaw.GavelLogUniform();
    var background = new Background(7L, JOBS, 0, days, "test", List.of(), 0, law);
    JobTable.Builder jobs = new JobTable.Builder();
    new BackgroundGenerator(background, fleet.supplyMix(), 0).drawInto(jobs, Checkpoint.NONE);
    return new SimulationInput(
        new FleetLayout(fleet),
        jobs.build(),
        Policies.find(policy).orElseThrow(),
        SimulationLimits.WIDEST,
        EstimateRule.RUN_ON);
  }

  /** Events alone. */
  @Benchmark
  public long simulation() {
    return new Simulation(input, event -> {}).run(RunObserver.NONE).events();
  }

  /** With what every result needs: outcomes of all jobs, and the hash of the log. */
  @Benchmark
  public String simulationWithHashAndOutcomes() {
    EventLogHash hash = new EventLogHash();
    var outcomes = new JobOutcomes(input.layout(), input.jobs());
    new Simulation(input, EventSink.all(List.of(hash, outcomes))).run(RunObserver.NONE);
    return hash.toHex();
  }

  static void run() {
    try {
      new Runner(new OptionsBuilder().include(CoreBenchmark.class.getName()).build()).run();
    } catch (RunnerException e) {
      throw new IllegalStateException("JMH could not measure", e);
    }
  }
}
