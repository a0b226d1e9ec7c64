package org.suanwang.scheduling.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.suanwang.scheduling.calendar.Reservation;
import org.suanwang.scheduling.calendar.ReservedNodes;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.outage.NodeSpan;
import org.suanwang.scheduling.simulation.Event;
import org.suanwang.scheduling.simulation.EventSink;
import org.suanwang.scheduling.simulation.SimulationInput;
import org.suanwang.scheduling.workload.JobTable;

/** Adds up how far tenants used the nodes that were kept for them. */
public final class KeptUses implements EventSink {
  private static final double MILLI_SECONDS_PER_HOUR = 3.6e6;
  private static final double SECONDS_PER_HOUR = 3600;

  private final FleetLayout layout;
  private final JobTable jobs;
  private final List<Reservation> reservations;
  private final ReservedNodes reserved;
  private final int[][] ofTenant;
  private final int[][] firstNodes;
  private final double[] usedMilliSeconds;
  private final Map<Integer, Holding> holdings = new HashMap<>();

  private record Holding(Allocation held, long since) {}

  /** Of a run. */
  public KeptUses(SimulationInput input) {
    layout = input.layout();
    jobs = input.jobs();
    reservations = input.reservations().reservations();
    reserved = new ReservedNodes(layout, input.reservations());
    firstNodes = new int[reservations.size()][];
    for (int i = 0; i < firstNodes.length; i++) {
      firstNodes[i] = reserved.of(i).stream().mapToInt(NodeSpan::first).toArray();
    }
    usedMilliSeconds = new double[reservations.size()];
    ofTenant = jobs.distinctTenants().stream().map(this::reservationsFor).toArray(int[][]::new);
  }

  private int[] reservationsFor(String tenant) {
    List<Integer> own = new ArrayList<>();
    for (int i = 0; i < reservations.size(); i++) {
      if (reservations.get(i).isFor(tenant)) {
        own.add(i);
      }
    }
    return own.stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public void accept(Event event) {
    if (ofTenant[jobs.tenantIndex(event.job())].length == 0) {
      return;
    }
    switch (event.kind()) {
      case STARTED -> begin(event);
      case RESIZED, PARTNER_CHANGED -> {
        end(event.job(), event.timeSeconds());
        begin(event);
      }
      case FINISHED, KILLED, PREEMPTED, FAILED, GAVE_UP, CRASHED, STOPPED, CANCELLED ->
          end(event.job(), event.timeSeconds());
      case SUBMITTED, REJECTED, BLOCKED, WITHDRAWN, TIMED_OUT -> {}
    }
  }

  private void begin(Event event) {
    holdings.put(event.job(), new Holding(event.allocation(), event.timeSeconds()));
  }

  private void end(int job, long now) {
    Holding holding = holdings.remove(job);
    if (holding != null) {
      count(job, holding, now);
    }
  }

  private void count(int job, Holding holding, long to) {
    for (int i : ofTenant[jobs.tenantIndex(job)]) {
      Reservation one = reservations.get(i);
      long seconds = Math.min(to, one.toSeconds()) - Math.max(holding.since(), one.fromSeconds());
      if (seconds > 0) {
        usedMilliSeconds[i] += (double) seconds * milliOn(i, holding.held());
      }
    }
  }

  private long milliOn(int reservation, Allocation held) {
    int slots = held.devices().length / Math.max(1, held.tasks());
    long milli = 0;
    for (int i = 0; i < held.nodes().length; i++) {
      int node = held.nodes()[i];
      boolean isKept = isKept(reservation, node);
      milli += isKept ? (long) held.tasksOnNode()[i] * slots * held.milliOnDevice() : 0;
    }
    return milli;
  }

  /** The spans of a reservation are in the order of nodes. */
  private boolean isKept(int reservation, int node) {
    int found = Arrays.binarySearch(firstNodes[reservation], node);
    int span = found >= 0 ? found : -found - 2;
    return span >= 0 && node < reserved.of(reservation).get(span).end();
  }

  /** What each reservation was good for in a window that starts at 0; the run is over. */
  public List<KeptUse> told(long windowSeconds) {
    List.copyOf(holdings.keySet()).forEach(job -> end(job, windowSeconds));
    List<KeptUse> told = new ArrayList<>();
    for (int i = 0; i < reservations.size(); i++) {
      Reservation one = reservations.get(i);
      long seconds = Math.min(windowSeconds, one.toSeconds()) - Math.max(0, one.fromSeconds());
      told.add(
          new KeptUse(
              i,
              one.tenant(),
              one.hub(),
              reserved.count(i),
              Math.max(0, seconds) * devicesOn(reserved.of(i)) / SECONDS_PER_HOUR,
              usedMilliSeconds[i] / MILLI_SECONDS_PER_HOUR));
    }
    return told;
  }

  /** Each span is of one pool. */
  private long devicesOn(List<NodeSpan> nodes) {
    long devices = 0;
    for (NodeSpan span : nodes) {
      int perNode = layout.poolOfNode(span.first()).pool().devicesPerNode();
      devices += (long) span.size() * perNode;
    }
    return devices;
  }
}
