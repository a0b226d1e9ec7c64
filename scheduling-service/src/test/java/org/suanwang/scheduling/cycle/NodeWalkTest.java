package org.suanwang.scheduling.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.policy.FilterChoice;
import org.suanwang.scheduling.policy.NodeScore;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.policy.TieRule;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** The nodes that a walk tells against those that a look at every node finds, in the same order. */
class NodeWalkTest {
  private static final int STEPS = 250;
  private static final int REQUESTS = 12;
  private static final List<String> SCORES =
      List.of(
          "balanced-best-fit",
          "worst-fit",
          "dot-product",
          "device-packing",
          "device-clustering",
          "fragmentation-gradient-descent");

  static List<SchedulingPolicy> policies() {
    List<SchedulingPolicy> policies = new ArrayList<>();
    policies.add(Policies.find("fifo-random").orElseThrow());
    for (String score : SCORES) {
      SchedulingPolicy policy = Policies.find("fifo-" + score).orElseThrow();
      for (TieRule tie : TieRule.values()) {
        policies.add(policy.withTieRule(tie));
      }
    }
    return policies;
  }

  @ParameterizedTest
  @MethodSource("policies")
  void randomClusters_areWalkedAsIfEveryNodeHadBeenScored(SchedulingPolicy policy) {
    for (int seed = 0; seed < 8; seed++) {
      SchedulingPolicy filtered =
          seed % 4 == 3
              ? policy.withFilters(List.of(new FilterChoice("hubs", List.of("x"))))
              : policy;
      new Walked(filtered, new SplittableRandom(seed)).check();
    }
  }

  /** A cluster that changes at random, and a walk of it. */
  private static final class Walked {
    private final SplittableRandom random;
    private final SchedulingPolicy policy;
    private final ClusterState state;
    private final JobTable jobs;
    private final NodeScore score;
    private final NodeWalk walk;
    private final List<Allocation> held = new ArrayList<>();
    private final List<TaskRequest> heldFor = new ArrayList<>();
    private final boolean[] isCordoned;

    Walked(SchedulingPolicy policy, SplittableRandom random) {
      this.random = random;
      this.policy = policy;
      FleetLayout layout = new FleetLayout(fleet());
      state = new ClusterState(layout);
      isCordoned = new boolean[layout.nodes()];
      jobs = jobs();
      score = policy.score().make(layout, jobs, random.nextLong());
      walk = new NodeWalk(state, policy, score, jobs.distinctRequests().size());
    }

    private Fleet fleet() {
      List<Hub> hubs = new ArrayList<>();
      for (String id : List.of("x", "y")) {
        List<Pool> pools = new ArrayList<>();
        for (int i = random.nextInt(1, 5); i > 0; i--) {
          String type = random.nextBoolean() ? "a" : "b";
          int memory = random.nextBoolean() ? 0 : 32;
          pools.add(
              new Pool(
                  type,
                  random.nextInt(1, 40),
                  random.nextInt(1, 5),
                  random.nextInt(3) * 4_000,
                  memory,
                  null));
        }
        hubs.add(new Hub(id, id, null, pools));
      }
      return new Fleet("test", hubs, List.of(type("a", 32), type("b", 16)), null);
    }

    private static DeviceType type(String id, int memoryMib) {
      return new DeviceType(
          id,
          100.0,
          300.0,
          DeviceType.Source.REQUEST,
          null,
          null,
          null,
          memoryMib,
          Map.of(),
          List.of());
    }

    private JobTable jobs() {
      List<Job> all = new ArrayList<>();
      for (int i = 0; i < REQUESTS; i++) {
        int kind = random.nextInt(5);
        var request =
            new TaskRequest(
                kind > 2 ? random.nextInt(1, 4) : 0,
                kind == 1 || kind == 2 ? 100 * random.nextInt(1, 4) : 0,
                1_000 * random.nextInt(3),
                random.nextInt(3),
                List.of(),
                null);
        var sized = request.withTerms(request.terms().withDeviceMemory(kind == 2 ? 8 : 0));
        all.add(Jobs.job("job-" + i, random.nextInt(1, 4), sized, 0, 1));
      }
      return JobTable.of(all);
    }

    void check() {
      for (int step = 0; step < STEPS; step++) {
        int job = random.nextInt(jobs.size());
        int group = random.nextInt(state.layout().groups().size());
        List<Integer> expected = everyNode(group, job);
        int asked = random.nextBoolean() ? 1 : expected.size() + 1;
        assertThat(walked(group, job, asked))
            .isEqualTo(expected.subList(0, Math.min(asked, expected.size())));
        change(group, job, expected);
      }
    }

    private List<Integer> walked(int group, int job, int most) {
      walk.begin(group, jobs.request(job), jobs.requestIndex(job), score.of(job), jobs.tasks(job));
      List<Integer> found = new ArrayList<>();
      for (int i = 0; i < most; i++) {
        int node = walk.next();
        if (node == NodeWalk.NONE) {
          break;
        }
        found.add(node);
      }
      return found;
    }

    private List<Integer> everyNode(int group, int job) {
      TaskRequest request = jobs.request(job);
      NodeScore own = score.of(job);
      return state.layout().groups().get(group).pools().stream()
          .flatMapToInt(span -> IntStream.range(span.firstNode(), span.endNode()))
          .filter(node -> policy.accepts(state, node, request))
          .boxed()
          .sorted(
              Comparator.comparingInt((Integer node) -> -own.score(state, node, request))
                  .thenComparingInt(node -> own.nodeOrder().place(node)))
          .toList();
    }

    private void change(int group, int job, List<Integer> nodes) {
      TaskRequest request = jobs.request(job);
      int kind = random.nextInt(8);
      if (kind == 0) {
        int node = random.nextInt(isCordoned.length);
        isCordoned[node] = !isCordoned[node];
        state.cordon(node, isCordoned[node]);
      } else if (kind < 3 && !held.isEmpty()) {
        int which = random.nextInt(held.size());
        state.release(held.remove(which), heldFor.remove(which));
      } else if (!nodes.isEmpty()) {
        int node = nodes.get(random.nextInt(nodes.size()));
        held.add(
            state.allocate(
                group, request, new int[] {node}, new int[] {1}, score.of(job)::chooseDevice));
        heldFor.add(request);
      }
    }
  }
}
