package org.suanwang.scheduling.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.Topology;
import org.suanwang.scheduling.simulation.Event;
import org.suanwang.scheduling.simulation.EventKind;
import org.suanwang.scheduling.simulation.EventSink;
import org.suanwang.scheduling.simulation.SimulationInput;
import org.suanwang.scheduling.throughput.ModelledRates;
import org.suanwang.scheduling.throughput.Rate;
import org.suanwang.scheduling.throughput.RunRates;
import org.suanwang.scheduling.throughput.Spread;
import org.suanwang.scheduling.workload.JobTable;

/** Notes which rates a run uses, in the order in which it first does. */
final class UsedRates implements EventSink {
  /** As many are told. */
  static final int TOLD_MAX = 1_000;

  private final SimulationInput input;
  private final JobTable jobs;
  private final @Nullable ModelledRates rates;
  private final @Nullable Topology topology;
  private final Map<Key, Use> uses = new LinkedHashMap<>();
  private long assumedStarts;

  private record Key(int jobClass, int request, int tasks, int held, int group, int spread) {}

  private static final class Use {
    private final int job;
    private final Rate rate;
    private long starts;

    Use(int job, Rate rate) {
      this.job = job;
      this.rate = rate;
    }
  }

  UsedRates(SimulationInput input) {
    this.input = input;
    this.jobs = input.jobs();
    RunRates all = input.rates();
    this.rates = all instanceof ModelledRates modelled ? modelled : null;
    this.topology = all.looksAtSpread() ? input.layout().topology() : null;
  }

  @Override
  public void accept(Event event) {
    if (rates != null && event.kind() == EventKind.STARTED) {
      note(rates, event.job(), event.allocation());
    }
  }

  private void note(ModelledRates from, int job, Allocation held) {
    int spread =
        topology == null
            ? Spread.CLOSEST
            : Spread.of(topology, held.group(), jobs.request(job), held.tasks(), held.nodes());
    int group = from.slowestGroup(input.layout(), job, held, spread);
    int tasks = held.tasks();
    var key =
        new Key(
            jobs.classIndex(job), jobs.requestIndex(job), jobs.tasks(job), tasks, group, spread);
    Use use =
        uses.computeIfAbsent(key, k -> new Use(job, from.describe(job, tasks, group, spread)));
    use.starts++;
    assumedStarts += use.rate.basis() == Rate.Basis.ASSUMED ? 1 : 0;
  }

  /** Whether something was said of throughput. */
  boolean areModelled() {
    return rates != null;
  }

  /** How often a job started at a rate that nobody measured. */
  long assumedStarts() {
    return assumedStarts;
  }

  /** The rates, those alike in all that is told of them together. */
  List<UsedRate> told() {
    Map<UsedRate, Long> together = new LinkedHashMap<>();
    uses.forEach((key, use) -> together.merge(told(key, use), use.starts, Long::sum));
    return together.entrySet().stream().map(e -> withStarts(e.getKey(), e.getValue())).toList();
  }

  private UsedRate told(Key key, Use use) {
    String type = input.layout().groups().get(key.group()).deviceType();
    return new UsedRate(
        jobs.jobClass(use.job),
        Objects.requireNonNullElse(type, "CPU"),
        jobs.milliDevices(use.job) / key.tasks() * key.held() / 1000.0,
        topology == null ? null : Spread.level(key.spread()),
        topology == null ? null : (Boolean) Spread.isConsolidated(key.spread()),
        jobs.request(use.job).terms().unit(),
        use.rate,
        0);
  }

  private static UsedRate withStarts(UsedRate rate, long starts) {
    return new UsedRate(
        rate.jobClass(),
        rate.deviceType(),
        rate.devices(),
        rate.level(),
        rate.consolidated(),
        rate.unit(),
        rate.rate(),
        starts);
  }
}
