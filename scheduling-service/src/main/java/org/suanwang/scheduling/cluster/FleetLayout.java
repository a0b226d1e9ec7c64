package org.suanwang.scheduling.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.network.Links;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * A fleet with numbers for names: pools, nodes and devices counted through in the fleet's order,
 * and groups, one per hub and device type, inside which a gang must stay. A gang that may be mixed
 * may also lie in a union of groups: one per hub with several device types, numbered after the
 * groups and not listed among them, so that whoever sums up over groups counts nothing twice.
 */
public final class FleetLayout {
  private final Fleet fleet;
  private final Map<String, DeviceType> types = new HashMap<>();
  private final List<PoolSpan> pools = new ArrayList<>();
  private final List<Group> groups = new ArrayList<>();
  private final Unions unions;
  private final int nodes;
  private final int devices;
  private final Topology topology;
  private final Links links;
  private final Reach reach;

  /**
   * Where a pool lies in the numbering.
   *
   * @param index of the pool
   * @param group of the pool
   * @param pool the pool itself
   * @param firstNode number of its first node
   * @param firstDevice number of its first device
   * @param deviceMemoryMib of each device; {@link #UNLIMITED} where it is not known
   */
  public record PoolSpan(
      int index, int group, Pool pool, int firstNode, int firstDevice, int deviceMemoryMib) {
    /** Memory of devices of which nobody told, and which is never short. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    public int endNode() {
      return firstNode + pool.nodes();
    }

    public int endDevice() {
      return firstDevice + (int) pool.devices();
    }

    /** What one of its nodes is called; null where nobody named it. */
    public @Nullable String nodeName(int node) {
      List<String> names = pool.nodeNames();
      return names.isEmpty() ? null : names.get(node - firstNode);
    }

    /** How many tasks of this request an empty node takes. */
    public int tasksOnEmptyNode(TaskRequest request) {
      int byDevices = Integer.MAX_VALUE;
      if (request.isFractional()) {
        byDevices = pool.devicesPerNode() * sharesOnFreeDevice(request);
      } else if (request.devices() > 0) {
        byDevices = pool.devicesPerNode() / request.devices();
      }
      int byCpu = share(pool.cpuMilliPerNode(), request.cpuMilli());
      return Math.min(
          byDevices, Math.min(byCpu, share(pool.memoryMibPerNode(), request.memoryMib())));
    }

    /** How many shares like this a device takes on which nothing runs. */
    int sharesOnFreeDevice(TaskRequest request) {
      int byCompute = TaskRequest.MILLI / request.deviceMilli();
      return request.sharesMemory()
          ? Math.min(byCompute, deviceMemoryMib / request.terms().deviceMemoryMib())
          : byCompute;
    }

    private static int share(int capacity, int need) {
      return need == 0 || capacity == 0 ? Integer.MAX_VALUE : capacity / need;
    }

    /** Whether its devices are of a type, and have the memory, that the request wants. */
    boolean isEligible(TaskRequest request) {
      String type = pool.deviceType();
      if (request.terms().deviceMemoryMib() > deviceMemoryMib) {
        return false;
      }
      if (request.deviceTypes().isEmpty()) {
        return type != null || !request.needsDevices();
      }
      return type != null && request.deviceTypes().contains(type);
    }
  }

  /**
   * All devices of one type in one hub; or, as a union, all devices in one hub with several types.
   *
   * @param index of the group
   * @param hub index in the fleet
   * @param deviceType id; null for nodes without devices, and for a union
   * @param pools its pools
   * @param isUnion whether it is a union
   */
  public record Group(
      int index, int hub, @Nullable String deviceType, List<PoolSpan> pools, boolean isUnion) {
    /** Its pools on which a request may run, which may run in it: of a union perhaps not all. */
    public List<PoolSpan> poolsFor(TaskRequest request) {
      return isUnion ? pools.stream().filter(p -> p.isEligible(request)).toList() : pools;
    }

    /** The device type for people; of a union those that a request may use, joined by plus. */
    public @Nullable String typesFor(TaskRequest request) {
      return isUnion ? Unions.types(poolsFor(request)) : deviceType;
    }

    public long devices() {
      return pools.stream().mapToLong(p -> p.pool().devices()).sum();
    }

    /** How many tasks of this request the group takes when nothing runs. */
    public long tasksWhenEmpty(TaskRequest request) {
      long tasks = 0;
      for (PoolSpan pool : poolsFor(request)) {
        tasks += (long) pool.pool().nodes() * pool.tasksOnEmptyNode(request);
      }
      return tasks;
    }
  }

  public FleetLayout(Fleet fleet) {
    this.fleet = fleet;
    fleet.deviceTypes().forEach(type -> types.putIfAbsent(type.id(), type));
    Map<String, Integer> groupOf = new LinkedHashMap<>();
    int node = 0;
    int device = 0;
    for (int h = 0; h < fleet.hubs().size(); h++) {
      for (Pool pool : fleet.hubs().get(h).pools()) {
        int group = groupOf.computeIfAbsent(h + "\0" + pool.deviceType(), k -> groupOf.size());
        pools.add(new PoolSpan(pools.size(), group, pool, node, device, memory(pool)));
        node = Math.addExact(node, pool.nodes());
        device = Math.addExact(device, Math.toIntExact(pool.devices()));
      }
    }
    nodes = node;
    devices = device;
    addGroups(groupOf);
    unions = new Unions(groups, pools);
    links = new Links(fleet.hubs().stream().map(Hub::id).toList(), fleet.links());
    reach = new Reach(fleet, links);
    topology =
        new Topology(fleet, pools, Stream.concat(groups.stream(), unions.all().stream()).toList());
  }

  private int memory(Pool pool) {
    DeviceType type = deviceType(pool.deviceType());
    Integer mib = type == null ? null : type.memoryMib();
    return mib == null ? PoolSpan.UNLIMITED : mib;
  }

  private void addGroups(Map<String, Integer> groupOf) {
    for (Map.Entry<String, Integer> entry : groupOf.entrySet()) {
      List<PoolSpan> own = pools.stream().filter(p -> p.group() == entry.getValue()).toList();
      int hub = Integer.parseInt(entry.getKey().substring(0, entry.getKey().indexOf('\0')));
      groups.add(new Group(entry.getValue(), hub, own.getFirst().pool().deviceType(), own, false));
    }
  }

  /** What is known of the devices of a group; null for nodes without devices, and for a union. */
  public @Nullable DeviceType deviceType(Group group) {
    return deviceType(group.deviceType());
  }

  private @Nullable DeviceType deviceType(@Nullable String id) {
    return id == null ? null : types.get(id);
  }

  public Fleet fleet() {
    return fleet;
  }

  public List<PoolSpan> pools() {
    return pools;
  }

  public List<Group> groups() {
    return groups;
  }

  /** The group, or the union of groups, with this number. */
  public Group group(int index) {
    return isUnion(index) ? unions.all().get(index - groups.size()) : groups.get(index);
  }

  /** Whether this is the number of a union of groups. */
  public boolean isUnion(int index) {
    return index >= groups.size();
  }

  /** Where gangs that may be mixed may lie beside the groups. */
  public Unions unions() {
    return unions;
  }

  /** How its nodes lie in racks and under spines. */
  public Topology topology() {
    return topology;
  }

  /** The links between its hubs. */
  public Links links() {
    return links;
  }

  /** Which hubs are near enough for whom. */
  public Reach reach() {
    return reach;
  }

  public Hub hub(Group group) {
    return fleet.hubs().get(group.hub());
  }

  public int nodes() {
    return nodes;
  }

  public int devices() {
    return devices;
  }

  /** The pool that holds this device. */
  public PoolSpan poolOfDevice(int device) {
    return poolOfDevice(pools, device);
  }

  /** The pool of this node. */
  public PoolSpan poolOfNode(int node) {
    return poolOfNode(pools, node);
  }

  static PoolSpan poolOfDevice(List<PoolSpan> pools, int device) {
    return firstEndingAfter(pools, PoolSpan::endDevice, device);
  }

  static PoolSpan poolOfNode(List<PoolSpan> pools, int node) {
    return firstEndingAfter(pools, PoolSpan::endNode, node);
  }

  private static PoolSpan firstEndingAfter(
      List<PoolSpan> pools, ToIntFunction<PoolSpan> end, int number) {
    int low = 0;
    int high = pools.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (end.applyAsInt(pools.get(middle)) > number) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return pools.get(low);
  }

  /** The node that holds this device. */
  public int nodeOfDevice(int device) {
    PoolSpan span = poolOfDevice(device);
    return span.firstNode() + (device - span.firstDevice()) / span.pool().devicesPerNode();
  }

  /** The groups on which this request may run, in the fleet's order. */
  public int[] eligibleGroups(TaskRequest request) {
    return groups.stream().filter(g -> isEligible(g, request)).mapToInt(Group::index).toArray();
  }

  private static boolean isEligible(Group group, TaskRequest request) {
    return group.pools().getFirst().isEligible(request);
  }

  /** How much host memory there is for a thousandth of a core, in MiB; 1 where none tells both. */
  double memoryMibPerCpuMilli() {
    double cpuMilli = 0;
    double memoryMib = 0;
    for (PoolSpan span : pools) {
      Pool pool = span.pool();
      if (pool.cpuMilliPerNode() > 0 && pool.memoryMibPerNode() > 0) {
        cpuMilli += (double) pool.cpuMilliPerNode() * pool.nodes();
        memoryMib += (double) pool.memoryMibPerNode() * pool.nodes();
      }
    }
    return cpuMilli > 0 ? memoryMib / cpuMilli : 1;
  }
}
