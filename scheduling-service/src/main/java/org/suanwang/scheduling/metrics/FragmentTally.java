package org.suanwang.scheduling.metrics;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.policy.FragmentMeasure;
import org.suanwang.scheduling.policy.TaskMix;
import org.suanwang.scheduling.simulation.Event;
import org.suanwang.scheduling.simulation.EventSink;
import org.suanwang.scheduling.simulation.Withdrawal;
import org.suanwang.scheduling.workload.JobTable;

/**
 * Measures the fragment of a cluster through a run, from its events. Only nodes that changed are
 * measured again, once for each second at which something happened; the fragment of a node is
 * rounded to a millionth of a device, so sums do not depend on their order.
 */
public final class FragmentTally implements EventSink {
  /** Which share of all tasks the usual requests are; the study takes as much. */
  private static final double COVERAGE = 0.95;

  /** Each costs time at each change of a node. */
  private static final int REQUESTS_MAX = 100;

  private static final double MICRO_PER_MILLI = 1e3;
  private static final double MILLI = 1e3;
  private static final double MICRO = 1e6;

  private final JobTable jobs;
  private final ClusterState state;
  private final @Nullable Allocation[] held;
  private final TaskMix.Covering usual;
  private final FragmentMeasure measure;
  private final boolean[][] runnable;
  private final long[] nodeMicro;
  private final BitSet changed = new BitSet();
  private final TimeCells fragment = new TimeCells();
  private final TimeCells free = new TimeCells();
  private final Fragment.Level atStart;
  private long micro;

  /** Of a fleet in which everything is in use, and nothing is placed yet. */
  public FragmentTally(FleetLayout layout, JobTable jobs) {
    this.jobs = jobs;
    state = new ClusterState(layout);
    held = new Allocation[jobs.size()];
    usual = TaskMix.covering(jobs, COVERAGE, REQUESTS_MAX);
    measure = new FragmentMeasure(usual.mix());
    runnable = new boolean[layout.pools().size()][];
    nodeMicro = new long[layout.nodes()];
    layout.pools().forEach(this::fill);
    atStart = level();
  }

  /** Nodes of a pool are alike as long as they are empty. */
  private void fill(FleetLayout.PoolSpan pool) {
    runnable[pool.index()] = measure.runnableOn(pool.pool().deviceType());
    if (pool.firstNode() < pool.endNode()) {
      long each = measured(pool.firstNode());
      for (int node = pool.firstNode(); node < pool.endNode(); node++) {
        nodeMicro[node] = each;
        micro += each;
      }
    }
  }

  private long measured(int node) {
    double milli =
        measure.of(
            FragmentMeasure.free(state, node),
            state.freeCpuMilli(node),
            runnable[state.pool(node).index()]);
    return Math.round(milli * MICRO_PER_MILLI);
  }

  @Override
  public void accept(Event event) {
    int job = event.job();
    switch (event.kind()) {
      case STARTED, RESIZED, PARTNER_CHANGED -> {
        advance(event.timeSeconds());
        release(job);
        state.retake(event.allocation(), jobs.request(job));
        held[job] = event.allocation();
        touch(event.allocation());
      }
      case FINISHED, KILLED, GAVE_UP, CRASHED, STOPPED, CANCELLED, PREEMPTED, FAILED -> {
        advance(event.timeSeconds());
        release(job);
      }
      case SUBMITTED, REJECTED, BLOCKED, WITHDRAWN, TIMED_OUT -> {}
    }
  }

  private void release(int job) {
    Allocation before = held[job];
    if (before != null) {
      state.release(before, jobs.request(job));
      held[job] = null;
      touch(before);
    }
  }

  private void touch(Allocation allocation) {
    for (int node : allocation.nodes()) {
      changed.set(node);
    }
  }

  @Override
  public void change(Withdrawal withdrawal) {
    advance(withdrawal.timeSeconds());
    state.setInUse(
        withdrawal.node(), withdrawal.devices(), withdrawal.isWholeNode(), withdrawal.isBack());
    changed.set(withdrawal.node());
  }

  /** What was the case until now was so since the last change. */
  private void advance(long seconds) {
    if (seconds > fragment.seconds()) {
      measureChanged();
      fragment.hold(Math.round(micro / MICRO_PER_MILLI), seconds);
      free.hold(freeMilli(), seconds);
    }
  }

  private void measureChanged() {
    for (int node = changed.nextSetBit(0); node >= 0; node = changed.nextSetBit(node + 1)) {
      long now = measured(node);
      micro += now - nodeMicro[node];
      nodeMicro[node] = now;
    }
    changed.clear();
  }

  private long freeMilli() {
    long milli = 0;
    for (int group = 0; group < state.layout().groups().size(); group++) {
      milli += state.groupFreeMilli(group);
    }
    return milli;
  }

  private Fragment.Level level() {
    measureChanged();
    return new Fragment.Level(micro / MICRO, freeMilli() / MILLI);
  }

  /** Of a window that ends with the last event, or later. */
  public Fragment over(long windowSeconds) {
    advance(windowSeconds);
    return new Fragment(
        usual.mix().requests().size(),
        usual.coverage(),
        atStart,
        new Fragment.Level(fragment.mean() / MILLI, free.mean() / MILLI),
        level());
  }

  /** Puts it beside what else is told over the same window. */
  public TimeSeries beside(TimeSeries series) {
    List<TimeSeries.Point> points = series.points();
    if (points.isEmpty()) {
      return series;
    }
    advance(points.getLast().toSeconds());
    Buckets buckets = new Buckets(points.getLast().toSeconds(), points.size());
    double[] fragments = fragment.means(buckets);
    double[] frees = free.means(buckets);
    return series.with(i -> new Fragment.Level(fragments[i] / MILLI, frees[i] / MILLI));
  }
}
