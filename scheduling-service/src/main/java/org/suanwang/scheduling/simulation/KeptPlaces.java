package org.suanwang.scheduling.simulation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cycle.NodeGate;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * The nodes on which jobs have their reservations under conservative backfilling, where it matters
 * on which nodes they lie. Whoever would still run when the time of a reservation has come may have
 * of its nodes only what is left beside it, by all estimates: whole devices, CPU and memory.
 *
 * <p>A share counts as a whole device. Asking about a node takes time that grows with the number of
 * jobs that run there and of places kept there.
 */
final class KeptPlaces {
  private final JobTable jobs;
  private final ClusterState state;
  private final Map<Integer, KeptPlace> ofJob = new HashMap<>();
  private final Map<Integer, List<KeptPlace>> onNode = new HashMap<>();
  private final Map<Integer, List<ExpectedEnds.Running>> running = new HashMap<>();
  private final BitSet hidden = new BitSet();
  private final BitSet heldNow = new BitSet();
  private final BitSet heldThen = new BitSet();
  private final TreeMap<Long, Integer> ends = new TreeMap<>();

  KeptPlaces(JobTable jobs, ClusterState state) {
    this.jobs = jobs;
    this.state = state;
  }

  /** Whether nothing is kept. */
  boolean isEmpty() {
    return ofJob.isEmpty();
  }

  /** A job runs, and is expected to end. */
  void started(ExpectedEnds.Running one) {
    for (int node : one.held().nodes()) {
      running.computeIfAbsent(node, n -> new ArrayList<>()).add(one);
    }
  }

  /** It does not run any more, or is expected to end at another time. */
  void ended(int job, Allocation held) {
    for (int node : held.nodes()) {
      running.getOrDefault(node, List.of()).removeIf(one -> one.job() == job);
    }
  }

  /** These nodes are kept for a job for a time. */
  void keep(KeptPlace place) {
    ofJob.put(place.job(), place);
    ends.merge(place.end(), 1, Integer::sum);
    for (int node : place.nodes()) {
      onNode.computeIfAbsent(node, n -> new ArrayList<>()).add(place);
    }
  }

  /** What is kept for a job; null when nothing is. */
  @Nullable KeptPlace of(int job) {
    return ofJob.get(job);
  }

  /** Nothing is kept for a job any more. */
  void giveBack(int job) {
    KeptPlace place = ofJob.remove(job);
    if (place != null) {
      ends.merge(place.end(), -1, KeptPlaces::sumOrNone);
      for (int node : place.nodes()) {
        onNode.getOrDefault(node, List.of()).remove(place);
      }
    }
  }

  /** The nodes of which something is kept for somebody, or was. */
  Set<Integer> nodes() {
    return onNode.keySet();
  }

  /** Nothing is kept for anybody. */
  void clear() {
    ofJob.clear();
    onNode.clear();
    ends.clear();
  }

  private static @Nullable Integer sumOrNone(int one, int other) {
    return one + other == 0 ? null : (Integer) (one + other);
  }

  /** For a while, as if nothing were kept for a job, or as if it were after all. */
  void hide(int job, boolean isHidden) {
    hidden.set(job, isHidden);
  }

  /** When next after a second a kept place is free again; Long.MAX_VALUE when none is. */
  long nextEnd(long second) {
    Long next = ends.higherKey(second);
    return next == null ? Long.MAX_VALUE : next;
  }

  /** Whether anything of a node is kept for anybody. */
  boolean areOn(int node) {
    return !onNode.getOrDefault(node, List.of()).isEmpty();
  }

  /** How many tasks of a job may be on a node for a time, as far as it is kept for others. */
  int tasksMax(int job, int node, long from, long to) {
    List<KeptPlace> places = onNode.get(node);
    if (places == null) {
      return NodeGate.UNLIMITED;
    }
    TaskRequest request = jobs.request(job);
    int most = NodeGate.UNLIMITED;
    boolean isKeptAtFirst = false;
    for (KeptPlace place : places) {
      if (isOfOther(place, job) && place.at() < to && place.end() > from) {
        isKeptAtFirst |= place.at() <= from;
        most = place.at() > from ? Math.min(most, tasksAt(place.at(), job, node, request)) : most;
      }
      if (most == 0) {
        return 0;
      }
    }
    return isKeptAtFirst ? Math.min(most, tasksAt(from, job, node, request)) : most;
  }

  private boolean isOfOther(KeptPlace place, int job) {
    return place.job() != job && !hidden.get(place.job());
  }

  private int tasksAt(long second, int job, int node, TaskRequest request) {
    int devices = devicesPerTask(request);
    long most = NodeGate.UNLIMITED;
    if (devices > 0) {
      most = devicesLeft(second, job, node) / devices;
    }
    if (request.cpuMilli() > 0) {
      long left = left(second, job, node, state.freeCpuMilli(node), TaskRequest::cpuMilli);
      most = Math.min(most, left / request.cpuMilli());
    }
    if (request.memoryMib() > 0) {
      long left = left(second, job, node, state.freeMemoryMib(node), TaskRequest::memoryMib);
      most = Math.min(most, left / request.memoryMib());
    }
    return (int) Math.max(0, most);
  }

  private static int devicesPerTask(TaskRequest request) {
    return request.isFractional() ? 1 : request.devices();
  }

  /** A device is free again when nobody holds any of it. */
  private long devicesLeft(long second, int job, int node) {
    long left = state.freeDevices(node);
    boolean areShared = false;
    for (ExpectedEnds.Running one : running.getOrDefault(node, List.of())) {
      if (one.held().milliOnDevice() < TaskRequest.MILLI) {
        areShared = true;
      } else if (one.endSeconds() <= second) {
        left += (long) jobs.request(one.job()).devices() * tasksOn(one.held(), node);
      }
    }
    left += areShared ? sharedThatEnd(second, node) : 0;
    return left - kept(second, job, node, KeptPlaces::devicesPerTask);
  }

  /** On how many devices of a node there are shares now, but none any more by then. */
  private int sharedThatEnd(long second, int node) {
    heldNow.clear();
    heldThen.clear();
    int first = state.firstDevice(node);
    int end = state.endDevice(node);
    for (ExpectedEnds.Running one : running.getOrDefault(node, List.of())) {
      for (int device : one.held().devices()) {
        boolean isShared = one.held().milliOnDevice() < TaskRequest.MILLI;
        if (isShared && device >= first && device < end) {
          heldNow.set(device - first);
          heldThen.set(device - first, one.endSeconds() > second || heldThen.get(device - first));
        }
      }
    }
    return heldNow.cardinality() - heldThen.cardinality();
  }

  private long left(
      long second, int job, int node, int freeNow, ToIntFunction<TaskRequest> perTask) {
    long left = freeNow;
    for (ExpectedEnds.Running one : running.getOrDefault(node, List.of())) {
      if (one.endSeconds() <= second) {
        left += (long) perTask.applyAsInt(jobs.request(one.job())) * tasksOn(one.held(), node);
      }
    }
    return left - kept(second, job, node, perTask);
  }

  private static int tasksOn(Allocation held, int node) {
    for (int i = 0; i < held.nodes().length; i++) {
      if (held.nodes()[i] == node) {
        return held.tasksOnNode()[i];
      }
    }
    return 0;
  }

  private long kept(long second, int job, int node, ToIntFunction<TaskRequest> perTask) {
    long kept = 0;
    for (KeptPlace place : onNode.getOrDefault(node, List.of())) {
      if (isOfOther(place, job) && place.at() <= second && place.end() > second) {
        kept += (long) perTask.applyAsInt(jobs.request(place.job())) * place.tasksOn(node);
      }
    }
    return kept;
  }
}
