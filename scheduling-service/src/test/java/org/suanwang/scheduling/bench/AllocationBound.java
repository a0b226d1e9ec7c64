package org.suanwang.scheduling.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.FleetLayout.PoolSpan;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/**
 * The most devices that a queue could use if tasks were as fine as sand: a linear programme with
 * the number of tasks of each request on each kind of node, bounded by the kind's CPU, memory and
 * devices and by how many there are. No placement reaches more.
 */
public final class AllocationBound {
  private final FleetLayout layout;
  private final ExpressionsBasedModel model = new ExpressionsBasedModel();

  private AllocationBound(FleetLayout layout) {
    this.layout = layout;
  }

  /**
   * The bound as a part of the fleet's devices, 0 to 1.
   *
   * @param queue rows of the job table
   */
  public static double of(FleetLayout layout, JobTable jobs, int[] queue) {
    var bound = new AllocationBound(layout);
    long[] counts = new long[jobs.distinctRequests().size()];
    Arrays.stream(queue).forEach(job -> counts[jobs.requestIndex(job)]++);
    return bound.maximise(jobs.distinctRequests(), counts);
  }

  private double maximise(List<TaskRequest> requests, long[] counts) {
    int pools = layout.pools().size();
    Expression[] cpu = new Expression[pools];
    Expression[] memory = new Expression[pools];
    Expression[] devices = new Expression[pools];
    for (PoolSpan span : layout.pools()) {
      Pool pool = span.pool();
      long nodes = pool.nodes();
      cpu[span.index()] = limit("cpu", span, nodes * pool.cpuMilliPerNode());
      memory[span.index()] = limit("memory", span, nodes * pool.memoryMibPerNode());
      devices[span.index()] = limit("devices", span, pool.devices() * TaskRequest.MILLI);
    }
    for (int i = 0; i < counts.length; i++) {
      TaskRequest request = requests.get(i);
      Expression count = model.newExpression("count " + i).upper(counts[i]);
      for (PoolSpan span : request.needsDevices() ? pools(request) : List.<PoolSpan>of()) {
        Variable tasks = model.newVariable(i + " on " + span.index()).lower(0);
        tasks.weight(request.milliDevices());
        count.set(tasks, 1);
        cpu[span.index()].set(tasks, request.cpuMilli());
        memory[span.index()].set(tasks, request.memoryMib());
        devices[span.index()].set(tasks, request.milliDevices());
      }
    }
    return model.maximise().getValue() / ((double) layout.devices() * TaskRequest.MILLI);
  }

  private Expression limit(String what, PoolSpan span, long most) {
    Expression expression = model.newExpression(what + " " + span.index());
    return most == 0 ? expression : expression.upper(most);
  }

  private List<PoolSpan> pools(TaskRequest request) {
    Set<Integer> groups =
        Arrays.stream(layout.eligibleGroups(request)).boxed().collect(Collectors.toSet());
    return layout.pools().stream()
        .filter(p -> groups.contains(p.group()) && p.tasksOnEmptyNode(request) > 0)
        .toList();
  }
}
