package org.suanwang.scheduling.cluster;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * What is free on every device and node, as primitive arrays, kept true by {@link #allocate} and
 * {@link #release}. Capacity that a fleet does not model is {@code Integer.MAX_VALUE} and never
 * counted down.
 */
public final class ClusterState implements ClusterView {
  private static final TaskRequest NOTHING = new TaskRequest(0, 0, 0, 0, List.of(), null);

  private final FleetLayout layout;
  private final short[] deviceFreeMilli;
  private final int[] poolOfNode;
  private final int[] nodeFreeDevices;
  private final int[] nodeFreeMilli;
  private final int[] nodeWidestShare; // the most free on a shared device; 0 when none is shared
  private final HostRoom hosts;
  private final DeviceMemory memory;
  private final int[] nodeTasks;
  private final int[] nodeVersion;
  private final long[] groupFreeMilli;
  private final long[] groupFreeDevices;
  private final BitSet cordoned = new BitSet();
  private final FreeIndex[] indexes;
  private final NodeKinds kinds;
  private final Watchers watchers = new Watchers();

  public ClusterState(FleetLayout layout) {
    this.layout = layout;
    deviceFreeMilli = new short[layout.devices()];
    Arrays.fill(deviceFreeMilli, (short) TaskRequest.MILLI);
    poolOfNode = new int[layout.nodes()];
    nodeFreeDevices = new int[layout.nodes()];
    nodeFreeMilli = new int[layout.nodes()];
    nodeWidestShare = new int[layout.nodes()];
    hosts = new HostRoom(layout);
    memory = new DeviceMemory(layout);
    nodeTasks = new int[layout.nodes()];
    nodeVersion = new int[layout.nodes()];
    groupFreeMilli = new long[layout.groups().size()];
    groupFreeDevices = new long[layout.groups().size()];
    indexes = new FreeIndex[layout.pools().size()];
    kinds = new NodeKinds(layout);
    layout.pools().forEach(this::fill);
  }

  private void fill(FleetLayout.PoolSpan span) {
    Pool pool = span.pool();
    for (int node = span.firstNode(); node < span.endNode(); node++) {
      poolOfNode[node] = span.index();
      nodeFreeDevices[node] = pool.devicesPerNode();
      nodeFreeMilli[node] = pool.devicesPerNode() * TaskRequest.MILLI;
    }
    groupFreeDevices[span.group()] += pool.devices();
    groupFreeMilli[span.group()] += pool.devices() * TaskRequest.MILLI;
    indexes[span.index()] = new FreeIndex(span);
  }

  @Override
  public FleetLayout layout() {
    return layout;
  }

  @Override
  public FleetLayout.PoolSpan pool(int node) {
    return layout.pools().get(poolOfNode[node]);
  }

  @Override
  public int freeDevices(int node) {
    return nodeFreeDevices[node];
  }

  @Override
  public int freeMilli(int node) {
    return nodeFreeMilli[node];
  }

  @Override
  public int freeCpuMilli(int node) {
    return hosts.cpuMilli(node);
  }

  @Override
  public int freeMemoryMib(int node) {
    return hosts.memoryMib(node);
  }

  @Override
  public boolean isIdle(int node) {
    return nodeTasks[node] == 0;
  }

  @Override
  public boolean runs(int node, TaskRequest request) {
    return (kinds.on(node) & 1L << NodeKinds.kind(request)) != 0;
  }

  @Override
  public int kindsOfTasks(int node) {
    return Long.bitCount(kinds.on(node));
  }

  @Override
  public long groupFreeMilli(int group) {
    return groupFreeMilli[group];
  }

  @Override
  public long groupFreeDevices(int group) {
    return groupFreeDevices[group];
  }

  @Override
  public int deviceFreeMilli(int device) {
    return deviceFreeMilli[device];
  }

  /** How often what the node has free has changed: two equal answers mean that it has not. */
  public int version(int node) {
    return nodeVersion[node];
  }

  /** Which nodes are alike, from now on, those of a state in this order. */
  public NodeStates states(NodeOrder order) {
    return new NodeStates(this, order, new StateKeys(this, kinds, memory), changes());
  }

  ChangedNodes changes() {
    return watchers.add();
  }

  FreeIndex index(FleetLayout.PoolSpan span) {
    return indexes[span.index()];
  }

  @Override
  public boolean takesShare(int device, TaskRequest request) {
    return deviceFreeMilli[device] >= request.deviceMilli() && memory.holds(device, request);
  }

  /** How many shares like this a device takes now. */
  int sharesThatFit(int device, TaskRequest request) {
    return memory.shares(device, deviceFreeMilli[device] / request.deviceMilli(), request);
  }

  @Override
  public int tightestDevice(int node, TaskRequest request) {
    int device = ShareChoice.tightest(this, node, request);
    return device < 0 ? 0 : deviceFreeMilli[device];
  }

  @Override
  public int tasksThatFit(int node, TaskRequest request) {
    return NodeRoom.tasks(this, node, request);
  }

  /** How many tasks of a share the node takes now without breaking a whole device. */
  public int tasksOnSharedDevices(int node, TaskRequest request) {
    return NodeRoom.tasksOnSharedDevices(this, node, request);
  }

  int widestShare(int node) {
    return nodeWidestShare[node];
  }

  /** Gives a gang its nodes, and its shares the tightest devices of them. */
  public Allocation allocate(int group, TaskRequest request, int[] nodes, int[] tasksOnNode) {
    return allocate(group, request, nodes, tasksOnNode, ShareChoice.TIGHTEST);
  }

  /**
   * Gives a gang its nodes; the numbers must have been found to fit.
   *
   * @param nodes the nodes, each once
   * @param tasksOnNode how many tasks on each
   */
  public Allocation allocate(
      int group, TaskRequest request, int[] nodes, int[] tasksOnNode, ShareChoice choice) {
    int slots = 0;
    for (int tasks : tasksOnNode) {
      slots += tasks * request.deviceSlots();
    }
    int milli = request.isFractional() ? request.deviceMilli() : TaskRequest.MILLI;
    int[] devices = new int[slots];
    int filled = 0;
    for (int i = 0; i < nodes.length; i++) {
      filled = take(nodes[i], request, tasksOnNode[i], devices, filled, choice);
      hosts.take(nodes[i], request, tasksOnNode[i]);
      update(nodes[i], request, tasksOnNode[i]);
    }
    return new Allocation(group, nodes, tasksOnNode, devices, milli);
  }

  private int take(
      int node, TaskRequest request, int tasks, int[] devices, int filled, ShareChoice choice) {
    int end = filled + tasks * request.deviceSlots();
    int milli = request.isFractional() ? request.deviceMilli() : TaskRequest.MILLI;
    int device = firstDevice(node) - 1;
    for (int i = filled; i < end; i++) {
      device =
          request.isFractional()
              ? choice.choose(this, node, request)
              : NodeRoom.nextWhole(this, device + 1, node);
      if (device < 0 || deviceFreeMilli[device] < milli || !memory.holds(device, request)) {
        throw new IllegalStateException("node " + node + " cannot hold what was placed on it");
      }
      deviceFreeMilli[device] -= (short) milli;
      memory.take(device, request, 1);
      devices[i] = device;
    }
    return end;
  }

  /** Gives back all that a gang holds. */
  public void release(Allocation allocation, TaskRequest request) {
    book(allocation, request, -1);
  }

  /** Takes exactly what was given back, or what was given in a state alike. */
  public void retake(Allocation allocation, TaskRequest request) {
    book(allocation, request, 1);
  }

  private void book(Allocation allocation, TaskRequest request, int sign) {
    int next = 0;
    int[] nodes = allocation.nodes();
    for (int i = 0; i < nodes.length; i++) {
      int tasks = allocation.tasksOnNode()[i];
      int end = next + tasks * request.deviceSlots();
      while (next < end) {
        int device = allocation.devices()[next++];
        deviceFreeMilli[device] -= (short) (sign * allocation.milliOnDevice());
        memory.take(device, request, sign);
      }
      hosts.take(nodes[i], request, sign * tasks);
      update(nodes[i], request, sign * tasks);
    }
  }

  /** Lets a node take no new tasks, or take them again; those that run on it go on. */
  public void cordon(int node, boolean isOn) {
    cordoned.set(node, isOn);
    update(node, NOTHING, isOn ? 1 : -1);
  }

  BitSet cordoned() {
    return cordoned;
  }

  /**
   * Takes devices of a node on which nothing runs out of use, all the rest of it too, if asked; or
   * brings them back, together or one after the other. What is out of use counts like tasks: a node
   * with any is not idle, and not like others.
   */
  public void setInUse(int node, int[] devices, boolean wholeNode, boolean isInUse) {
    for (int device : devices) {
      deviceFreeMilli[device] = (short) (isInUse ? TaskRequest.MILLI : 0);
    }
    if (wholeNode) {
      hosts.put(node, pool(node).pool(), isInUse);
    }
    update(node, NOTHING, (isInUse ? -1 : 1) * (devices.length + (wholeNode ? 1 : 0)));
  }

  /** Recounts a node after its devices changed, and moves it in the index. */
  private void update(int node, TaskRequest request, int moreTasks) {
    int free = 0;
    int milli = 0;
    int widest = 0;
    for (int device = firstDevice(node), end = endDevice(node); device < end; device++) {
      int onDevice = deviceFreeMilli[device];
      milli += onDevice;
      if (onDevice == TaskRequest.MILLI) {
        free++;
      } else {
        widest = Math.max(widest, onDevice);
      }
    }
    int pool = poolOfNode[node];
    int group = layout.pools().get(pool).group();
    boolean wasIdle = nodeTasks[node] == 0;
    nodeTasks[node] += moreTasks;
    nodeVersion[node]++;
    watchers.changed(node);
    kinds.add(pool, node, request, moreTasks);
    indexes[pool].move(node, wasIdle, nodeTasks[node] == 0, nodeFreeDevices[node], free);
    indexes[pool].moveShare(node, nodeWidestShare[node], widest);
    groupFreeDevices[group] += free - nodeFreeDevices[node];
    groupFreeMilli[group] += milli - nodeFreeMilli[node];
    nodeFreeDevices[node] = free;
    nodeFreeMilli[node] = milli;
    nodeWidestShare[node] = widest;
  }
}
