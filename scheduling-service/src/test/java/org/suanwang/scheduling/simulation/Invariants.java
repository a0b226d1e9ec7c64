package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * Follows a run with books of its own and checks after each event: time never goes back, no device
 * or node gives more than it has, a gang is whole, in one group, of an allowed type, in its region
 * if it must be; what ends gives back what it took.
 */
final class Invariants implements EventSink {
  private final FleetLayout layout;
  private final JobTable jobs;
  private final int[] usedMilli;
  private final long[] usedCpu;
  private final long[] usedMemory;
  private final int[] phase;
  private final BitSet down = new BitSet();
  private final BitSet cordoned = new BitSet();
  private final BitSet downNodes = new BitSet();
  private final Map<Integer, Allocation> held = new HashMap<>();
  private long lastTime;
  private long lastSequence = -1;

  Invariants(FleetLayout layout, JobTable jobs) {
    this.layout = layout;
    this.jobs = jobs;
    usedMilli = new int[layout.devices()];
    usedCpu = new long[layout.nodes()];
    usedMemory = new long[layout.nodes()];
    phase = new int[jobs.size()];
  }

  @Override
  public void accept(Event event) {
    assertThat(event.timeSeconds()).isGreaterThanOrEqualTo(lastTime);
    assertThat(event.sequence()).isEqualTo(lastSequence + 1);
    lastTime = event.timeSeconds();
    lastSequence = event.sequence();
    int job = event.job();
    switch (event.kind()) {
      case SUBMITTED -> step(job, 0, 1);
      case REJECTED, WITHDRAWN, TIMED_OUT -> step(job, 1, 3);
      case BLOCKED -> step(job, 1, 1);
      case STARTED -> {
        step(job, 1, 2);
        checkGang(job, event.allocation());
        for (int node : event.allocation().nodes()) {
          assertThat(cordoned.get(node)).as("starts where nothing is to").isFalse();
        }
        book(job, event.allocation(), 1);
      }
      case RESIZED, PARTNER_CHANGED -> {
        step(job, 2, 2);
        book(job, Objects.requireNonNull(held.get(job)), -1);
        checkGang(job, event.allocation());
        book(job, event.allocation(), 1);
      }
      case PREEMPTED, FAILED -> {
        step(job, 2, 1);
        book(job, event.allocation(), -1);
      }
      case FINISHED, KILLED, GAVE_UP, CRASHED, STOPPED, CANCELLED -> {
        step(job, 2, 3);
        book(job, event.allocation(), -1);
      }
    }
  }

  @Override
  public void cordon(long timeSeconds, int node, boolean isOn) {
    assertThat(cordoned.get(node)).isEqualTo(!isOn);
    cordoned.set(node, isOn);
  }

  /** What goes down has nobody on it, and nobody starts there until it is back. */
  @Override
  public void change(Withdrawal withdrawal) {
    for (int device : withdrawal.devices()) {
      assertThat(usedMilli[device]).as("device " + device).isZero();
      assertThat(down.get(device)).isEqualTo(withdrawal.isBack());
      down.set(device, !withdrawal.isBack());
    }
    if (withdrawal.isWholeNode()) {
      assertThat(usedCpu[withdrawal.node()]).isZero();
      assertThat(usedMemory[withdrawal.node()]).isZero();
      assertThat(downNodes.get(withdrawal.node())).isEqualTo(withdrawal.isBack());
      downNodes.set(withdrawal.node(), !withdrawal.isBack());
    }
  }

  private void step(int job, int from, int to) {
    assertThat(phase[job]).as(jobs.id(job)).isEqualTo(from);
    phase[job] = to;
  }

  private void checkGang(int job, Allocation held) {
    TaskRequest request = jobs.request(job);
    int tasks = 0;
    for (int t : held.tasksOnNode()) {
      tasks += t;
    }
    assertThat(tasks).as("gang whole").isBetween(jobs.tasksMin(job), jobs.tasks(job));
    assertThat(held.devices()).hasSize(tasks * request.deviceSlots());
    assertThat(held.nodes()).doesNotHaveDuplicates();
    checkPlace(job, request, held);
    if (jobs.regionRequired(job)) {
      FleetLayout.Group group = layout.group(held.group());
      assertThat(layout.hub(group).id()).isEqualTo(jobs.region(job));
    }
  }

  /** In one group, or, if it may be mixed, in several of one hub. */
  private void checkPlace(int job, TaskRequest request, Allocation held) {
    Set<Integer> groups = new TreeSet<>();
    Set<Integer> hubs = new TreeSet<>();
    for (int node : held.nodes()) {
      groups.add(poolOf(node).group());
      hubs.add(layout.groups().get(poolOf(node).group()).hub());
      if (!request.deviceTypes().isEmpty()) {
        assertThat(request.deviceTypes()).contains(poolOf(node).pool().deviceType());
      }
    }
    assertThat(hubs).as("one hub").hasSize(1);
    if (groups.size() > 1) {
      assertThat(request.terms().mixed()).as(jobs.id(job)).isTrue();
      assertThat(layout.isUnion(held.group())).isTrue();
      assertThat(hubs).containsExactly(layout.group(held.group()).hub());
    } else {
      assertThat(groups).containsExactly(held.group());
    }
  }

  private void book(int job, Allocation allocation, int sign) {
    if (sign > 0) {
      held.put(job, allocation);
    } else {
      assertThat(held.remove(job)).as("gives back what it took").isSameAs(allocation);
    }
    count(job, allocation, sign);
  }

  private void count(int job, Allocation held, int sign) {
    TaskRequest request = jobs.request(job);
    int next = 0;
    for (int i = 0; i < held.nodes().length; i++) {
      int node = held.nodes()[i];
      FleetLayout.PoolSpan pool = poolOf(node);
      assertThat(downNodes.get(node)).as("runs on a node that is down").isFalse();
      int tasks = held.tasksOnNode()[i];
      usedCpu[node] += (long) sign * tasks * request.cpuMilli();
      usedMemory[node] += (long) sign * tasks * request.memoryMib();
      assertThat(usedCpu[node]).isBetween(0L, orMax(pool.pool().cpuMilliPerNode()));
      assertThat(usedMemory[node]).isBetween(0L, orMax(pool.pool().memoryMibPerNode()));
      for (int slot = 0; slot < tasks * request.deviceSlots(); slot++) {
        int device = held.devices()[next++];
        int first = pool.firstDevice() + (node - pool.firstNode()) * pool.pool().devicesPerNode();
        assertThat(device).isBetween(first, first + pool.pool().devicesPerNode() - 1);
        assertThat(down.get(device)).as("runs on a device that is down").isFalse();
        usedMilli[device] += sign * held.milliOnDevice();
        assertThat(usedMilli[device]).isBetween(0, TaskRequest.MILLI);
      }
    }
  }

  private FleetLayout.PoolSpan poolOf(int node) {
    return layout.pools().stream()
        .filter(p -> node >= p.firstNode() && node < p.endNode())
        .findFirst()
        .orElseThrow();
  }

  private static long orMax(int capacity) {
    return capacity == 0 ? Long.MAX_VALUE : capacity;
  }

  /** After a run without a horizon: everything was given back, every job ended. */
  void checkEmptyEnd() {
    assertThat(Arrays.stream(usedMilli).allMatch(used -> used == 0)).isTrue();
    assertThat(Arrays.stream(usedCpu).allMatch(used -> used == 0)).isTrue();
    assertThat(Arrays.stream(usedMemory).allMatch(used -> used == 0)).isTrue();
    assertThat(phase).containsOnly(3);
  }
}
