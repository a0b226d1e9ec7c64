package org.suanwang.scheduling.cycle;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.NodeNames;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * The nodes that jobs name to start on first, as what was running when a snapshot was taken is to
 * go on where it ran. Which of them have room is all that is asked; how a policy chooses nodes is
 * not.
 */
public final class NamedNodes {
  private final FleetLayout layout;
  private final JobTable jobs;
  private final NodeNames names;

  private NamedNodes(FleetLayout layout, JobTable jobs, NodeNames names) {
    this.layout = layout;
    this.jobs = jobs;
    this.names = names;
  }

  /** Null where no job names any, or the fleet has no names for its nodes. */
  static @Nullable NamedNodes of(FleetLayout layout, JobTable jobs) {
    if (jobs.jobsWithStartNodes() == 0) {
      return null;
    }
    NodeNames names = new NodeNames(layout);
    return names.isEmpty() ? null : new NamedNodes(layout, jobs, names);
  }

  /** Whether a job names nodes. */
  public boolean areOf(int job) {
    return !jobs.startNodes(job).isEmpty();
  }

  /** How the gang is to start; of nodes that nobody has refused at its submission. */
  public Decision.Start wanted(int job) {
    Map<Integer, Integer> tasks = new TreeMap<>();
    List<String> told = jobs.startNodes(job);
    int each = told.size() == 1 ? jobs.tasks(job) : 1;
    told.forEach(name -> tasks.merge(names.find(name), each, Integer::sum));
    int[] nodes = tasks.keySet().stream().mapToInt(n -> n).toArray();
    int[] onNode = tasks.values().stream().mapToInt(n -> n).toArray();
    return new Decision.Start(layout.poolOfNode(nodes[0]).group(), nodes, onNode);
  }

  /** How many of the tasks that are to start find no room on their nodes now. */
  public long shortTasks(ClusterState state, Decision.Start start, int job) {
    TaskRequest request = jobs.request(job);
    long missing = 0;
    for (int i = 0; i < start.nodes().length; i++) {
      int room = state.tasksThatFit(start.nodes()[i], request);
      missing += Math.max(0, start.tasksOnNode()[i] - room);
    }
    return missing;
  }

  /** That a job could never start on the nodes that it names; null when it could. */
  Decision.@Nullable Wait findObstacle(int job) {
    return findFault(job) == null
        ? null
        : new Decision.Wait(WaitReason.ITS_NODES_NEVER_FIT, Decision.Wait.NOWHERE, jobs.tasks(job));
  }

  /** Why it could not, in words; null when it could, or names none. */
  public @Nullable String findFault(int job) {
    for (String name : jobs.startNodes(job)) {
      if (names.find(name) == NodeNames.UNKNOWN) {
        return "no node of the fleet is called " + name;
      }
    }
    return areOf(job) ? findFault(job, wanted(job)) : null;
  }

  private @Nullable String findFault(int job, Decision.Start start) {
    TaskRequest request = jobs.request(job);
    for (int i = 0; i < start.nodes().length; i++) {
      FleetLayout.PoolSpan pool = layout.poolOfNode(start.nodes()[i]);
      String name = pool.nodeName(start.nodes()[i]);
      if (pool.group() != start.group()) {
        return "its nodes must be in one hub and have devices of one type, as %s does not"
            .formatted(name);
      }
      if (!mayRunIn(pool.group(), job)) {
        return "it may not run in the hub, or on the device type, of " + name;
      }
      if (pool.tasksOnEmptyNode(request) < start.tasksOnNode()[i]) {
        return "%s takes %d of its tasks when nothing runs there, not %d"
            .formatted(name, pool.tasksOnEmptyNode(request), start.tasksOnNode()[i]);
      }
    }
    return findTooWide(start, request);
  }

  private @Nullable String findTooWide(Decision.Start start, TaskRequest request) {
    int widest = request.terms().widestLevel().height();
    return layout.topology().level(start.nodes()).height() > widest
        ? "they are not in one %s, as it requires".formatted(request.terms().widestLevel())
        : null;
  }

  private boolean mayRunIn(int group, int job) {
    TaskRequest request = jobs.request(job);
    FleetLayout.Group of = layout.group(group);
    boolean isInRegion = !jobs.regionRequired(job) || layout.hub(of).id().equals(jobs.region(job));
    return isInRegion
        && Arrays.binarySearch(layout.eligibleGroups(request), group) >= 0
        && layout.reach().allows(request.terms().hubs(), of.hub());
  }
}
