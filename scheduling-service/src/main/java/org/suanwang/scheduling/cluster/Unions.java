package org.suanwang.scheduling.cluster;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * The unions of groups of a fleet, over which mixed gangs may be spread: one for each hub with
 * several device types, of all its pools with devices.
 */
public final class Unions {
  private static final int[] NONE = {};

  private final List<FleetLayout.Group> groups;
  private final List<FleetLayout.PoolSpan> pools;
  private final List<FleetLayout.Group> unions;

  /** Of these groups, in their order; the numbers of the unions follow on theirs. */
  Unions(List<FleetLayout.Group> groups, List<FleetLayout.PoolSpan> pools) {
    this.groups = groups;
    this.pools = pools;
    int[] hubs =
        groups.stream()
            .mapToInt(FleetLayout.Group::hub)
            .distinct()
            .filter(this::hasSeveral)
            .toArray();
    unions = IntStream.range(0, hubs.length).mapToObj(i -> union(i, hubs[i])).toList();
  }

  private boolean hasSeveral(int hub) {
    return groups.stream().filter(g -> g.hub() == hub && g.deviceType() != null).count() > 1;
  }

  private FleetLayout.Group union(int number, int hub) {
    List<FleetLayout.PoolSpan> all =
        pools.stream()
            .filter(p -> p.pool().deviceType() != null && groups.get(p.group()).hub() == hub)
            .toList();
    return new FleetLayout.Group(groups.size() + number, hub, null, all, true);
  }

  /** All of them, in the order of their numbers. */
  public List<FleetLayout.Group> all() {
    return unions;
  }

  /** Those over which this request may be spread: of two groups or more on which it may run. */
  public int[] eligible(TaskRequest request) {
    if (!request.terms().mixed() || !request.needsDevices()) {
      return NONE;
    }
    return unions.stream()
        .filter(u -> groupsOf(u.poolsFor(request)).count() > 1)
        .mapToInt(FleetLayout.Group::index)
        .toArray();
  }

  /** The groups of these pools, each once. */
  public static IntStream groupsOf(List<FleetLayout.PoolSpan> of) {
    return of.stream().mapToInt(FleetLayout.PoolSpan::group).distinct();
  }

  /** The groups in which what is held lies, in ascending order: one, but for a mixed gang. */
  public int[] groupsOf(Allocation held) {
    if (held.group() < groups.size()) {
      return new int[] {held.group()};
    }
    BitSet in = new BitSet();
    FleetLayout.PoolSpan pool = pools.getFirst();
    for (int node : held.nodes()) {
      boolean isInside = node >= pool.firstNode() && node < pool.endNode();
      pool = isInside ? pool : FleetLayout.poolOfNode(pools, node);
      in.set(pool.group());
    }
    return in.stream().toArray();
  }

  /** All pools of these groups: a mixed gang may have more on the device types that it holds. */
  public List<FleetLayout.PoolSpan> poolsOf(Allocation held) {
    int[] in = groupsOf(held);
    return pools.stream().filter(p -> Arrays.binarySearch(in, p.group()) >= 0).toList();
  }

  /** The groups of a group or union on which this request may run; a group is its own only one. */
  public IntStream groupsOf(int index, TaskRequest request) {
    return index < groups.size()
        ? IntStream.of(index)
        : groupsOf(unions.get(index - groups.size()).poolsFor(request));
  }

  /** Whether a group is this one, or one of a union that a request may use. */
  public boolean covers(int index, int group, TaskRequest request) {
    return groupsOf(index, request).anyMatch(own -> own == group);
  }

  /** Whether something of what is held lies in a group, or in what of a union a request may use. */
  public boolean overlaps(Allocation held, int index, TaskRequest request) {
    return groupsOf(index, request)
        .anyMatch(group -> Arrays.stream(groupsOf(held)).anyMatch(own -> own == group));
  }

  /** How much of what is held does so, in thousandths of a device. */
  public long milliIn(Allocation held, int index, TaskRequest request) {
    if (held.group() < groups.size()) {
      boolean isIn = held.group() == index || overlaps(held, index, request);
      return isIn ? held.milliDevices() : 0;
    }
    BitSet wanted = new BitSet();
    groupsOf(index, request).forEach(wanted::set);
    long slots = Arrays.stream(held.devices()).filter(d -> wanted.get(groupOfDevice(d))).count();
    return slots * held.milliOnDevice();
  }

  /** How much lies in which group, in thousandths of a device, in the order of the groups. */
  public SortedMap<Integer, Long> milliByGroup(Allocation held) {
    SortedMap<Integer, Long> milli = new TreeMap<>();
    for (int device : held.devices()) {
      milli.merge(groupOfDevice(device), (long) held.milliOnDevice(), Long::sum);
    }
    return milli;
  }

  private int groupOfDevice(int device) {
    return FleetLayout.poolOfDevice(pools, device).group();
  }

  /** The device types of what is held, for people: joined by plus where they are several. */
  public @Nullable String typesOf(Allocation held) {
    return held.group() < groups.size()
        ? groups.get(held.group()).deviceType()
        : types(groupsOf(held));
  }

  /** The device types of groups, joined by plus. */
  public String types(int[] of) {
    return types(Arrays.stream(of).mapToObj(g -> groups.get(g).pools().getFirst()).toList());
  }

  static String types(List<FleetLayout.PoolSpan> of) {
    return of.stream()
        .map(p -> Objects.requireNonNullElse(p.pool().deviceType(), ""))
        .distinct()
        .collect(Collectors.joining("+"));
  }

  /** The same allocation, told to be in a single group where all of it lies in one. */
  public Allocation narrowed(Allocation held) {
    if (held.group() < groups.size()) {
      return held;
    }
    int[] in = groupsOf(held);
    return in.length == 1 ? held.in(in[0]) : held;
  }

  /**
   * What is free in a group, or of a union in what the request may use, thousandths of a device.
   */
  public long freeMilli(ClusterView cluster, int group, TaskRequest request) {
    return group < groups.size()
        ? cluster.groupFreeMilli(group)
        : freeMilli(cluster, unions.get(group - groups.size()).poolsFor(request));
  }

  /** What is free in all groups of these pools. */
  static long freeMilli(ClusterView cluster, List<FleetLayout.PoolSpan> of) {
    return groupsOf(of).mapToLong(cluster::groupFreeMilli).sum();
  }
}
