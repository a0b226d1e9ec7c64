package org.suanwang.scheduling.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.cluster.ClusterState;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** Weighted scores by hand, and what they are called. */
class ScoreListTest {
  private static final TaskRequest TWO = TaskRequest.wholeDevices(2, "a");
  private static final TaskRequest SHARE = new TaskRequest(0, 300, 0, 0, List.of("a"), null);
  private static final JobTable JOBS = Jobs.table(Jobs.whole("j", 2, 0, 1));

  private ClusterState state;

  /** Node 0 has eight devices, of which six are taken, node 1 eight free ones, node 2 four. */
  @BeforeEach
  void build() {
    state =
        new ClusterState(
            new FleetLayout(
                Fleets.of(
                    Fleets.hub(
                        "h",
                        new Pool("a", 2, 8, 0, 0, Fleets.PRICE),
                        new Pool("a", 1, 4, 0, 0, Fleets.PRICE)))));
    run(0, TaskRequest.wholeDevices(6, "a"));
  }

  private void run(int node, TaskRequest request) {
    state.allocate(0, request, new int[] {node}, new int[] {1});
  }

  private NodeScore score(String name) {
    SchedulingPolicy policy = Policies.find("fifo-" + name).orElseThrow();
    return policy.withTieRule(TieRule.LOWEST_NUMBER).score().make(state.layout(), JOBS, 1);
  }

  private List<Integer> scores(String name, TaskRequest request) {
    NodeScore score = score(name);
    return List.of(
        score.score(state, 0, request),
        score.score(state, 1, request),
        score.score(state, 2, request));
  }

  /** Best fit: 6 of 8, 0 of 8, 4 of 8 are not free. Worst fit: half of 0, 6 and 2 of 8 are left. */
  @Test
  void weights_countEachScoreOfAHundred() {
    assertThat(scores("best-fit*2+worst-fit*3", TWO))
        .containsExactly(2 * 75 + 3 * 0, 2 * 0 + 3 * 37, 2 * 50 + 3 * 12);
    assertThat(scores("best-fit*2+worst-fit*5", TWO)).containsExactly(150, 185, 160);
  }

  /** Of a share the tightest device that takes it; packing likes a shared one too. */
  @Test
  void share_likesTheTightestDevice() {
    run(2, new TaskRequest(0, 600, 0, 0, List.of("a"), null));
    assertThat(scores("best-fit+device-packing*2", SHARE))
        .containsExactly(0 + 2 * 49, 0 + 2 * 25, 60 + 2 * (100 - 4));
  }

  @Test
  void parts_tellEachScoreAndItsWeight() {
    List<ScorePart> parts = score("best-fit*2+worst-fit").parts(state, 2, TWO);
    assertThat(parts).extracting(ScorePart::name).containsExactly("best-fit", "worst-fit");
    assertThat(parts).extracting(ScorePart::value).containsExactly(50.0, 12.0);
    assertThat(parts.getFirst().meaning()).startsWith("0 to 100, counts 2 times: ");
    assertThat(parts.getLast().meaning()).startsWith("0 to 100, counts once: ");
  }

  /** Where CPU is not modelled less than nothing of it is left; that counts as 0, or 100. */
  @Test
  void beyondTheRange_countsAsItsEnd() {
    ClusterState mixed =
        new ClusterState(
            new FleetLayout(
                Fleets.of(
                    Fleets.hub(
                        "h",
                        new Pool("a", 1, 2, 0, 0, Fleets.PRICE),
                        new Pool("a", 1, 2, 8_000, 0, Fleets.PRICE)))));
    TaskRequest hungry = new TaskRequest(2, 0, 8_000, 0, List.of("a"), null);
    NodeScore sum =
        Policies.find("fifo-balanced-best-fit+worst-fit*9")
            .orElseThrow()
            .score()
            .make(mixed.layout(), JOBS, 1);
    assertThat(sum.score(mixed, 0, hungry)).isEqualTo(100);
    assertThat(sum.parts(mixed, 0, hungry)).extracting(ScorePart::value).contains(100.0, 0.0);
  }

  @Test
  void order_ofTheScores_makesNoOtherName() {
    List<ScoreList.Weighted> given = new ArrayList<>();
    ScoreList.known().reversed().forEach(c -> given.add(new ScoreList.Weighted(c, 100)));
    String name = new ScoreList(given).name();
    assertThat(name).startsWith("best-fit*100+balanced-best-fit*100+worst-fit*100+");
    assertThat(ScoreList.find(name).orElseThrow().name()).isEqualTo(name);
    assertThat(name.length()).isLessThan(Policies.NAME_LENGTH_MAX * 2 / 3);
  }

  /** Any lists of orders and scores, under all disciplines. */
  @Test
  void anyNames_areRead() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 500; i++) {
      List<NodeChoice> left = new ArrayList<>(ScoreList.known());
      List<ScoreList.Weighted> drawn = new ArrayList<>();
      for (int s = 0; s < 2 + random.nextInt(left.size() - 1) && !left.isEmpty(); s++) {
        NodeChoice choice = left.remove(random.nextInt(left.size()));
        drawn.add(new ScoreList.Weighted(choice, random.nextInt(1, 101)));
      }
      String score = new ScoreList(drawn).name();
      String order = i % 2 == 0 ? "sjf" : "priority+sjf-oracle+largest-first+edf";
      for (QueueDiscipline discipline : QueueDiscipline.values()) {
        for (Preemption preemption : Preemption.values()) {
          for (QueueFairness fairness : Policies.fairness()) {
            Policies.compose(fairness, order, discipline, preemption, score)
                .ifPresent(p -> assertThat(ListingNames.readings(p.name())).hasSize(1));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fifo-worst-fit+best-fit",
        "fifo-best-fit*1+worst-fit",
        "fifo-best-fit*02+worst-fit",
        "fifo-best-fit*101+worst-fit",
        "fifo-best-fit*0+worst-fit",
        "fifo-best-fit*2",
        "fifo-best-fit+best-fit",
        "fifo-first-fit+best-fit",
        "fifo-best-fit+random",
        "fifo-best-fit+consolidate",
        "fifo-best-fit*2+",
        "fifo-best-fit+worst-fit*2*3"
      })
  void otherNames_areOfNoPolicy(String name) {
    assertThat(Policies.find(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"first-fit,2", "consolidate,1", "random,1", "best-fit,0", "best-fit,101"})
  void whatStandsInNoList_isNotMade(String name, int weight) {
    NodeChoice choice = NodeChoice.find(name).orElseThrow();
    assertThatThrownBy(() -> new ScoreList.Weighted(choice, weight))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
