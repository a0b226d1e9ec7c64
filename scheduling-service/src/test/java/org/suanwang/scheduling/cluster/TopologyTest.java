package org.suanwang.scheduling.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.TopologyLevel;

/** Nodes 0 to 4 in racks of two, 5 to 7 of another pool in racks of two, two racks a spine. */
class TopologyTest {
  private static final FleetLayout LAYOUT =
      new FleetLayout(
          Fleets.of(
              new Hub(
                  "h",
                  "h",
                  null,
                  List.of(new Pool("a", 5, 4, 0, 0, null, 2), new Pool("a", 3, 8, 0, 0, null, 2)),
                  2),
              Fleets.hub("flat", Fleets.pool("a", 3, 4))));
  private final Topology topology = LAYOUT.topology();

  @ParameterizedTest
  @CsvSource({
    "0, NODE",
    "0 1, RACK",
    "1 2, SPINE",
    "0 1 2 3, SPINE",
    "3 4, HUB",
    "4 5, SPINE",
    "5 6, RACK",
    "6 7, HUB",
    "8 9, HUB"
  })
  void level_isOfTheSmallestUnitThatHoldsAll(String nodes, TopologyLevel level) {
    int[] numbers = Arrays.stream(nodes.split(" ")).mapToInt(Integer::parseInt).toArray();
    assertThat(topology.level(numbers)).isEqualTo(level);
  }

  @Test
  void nodesOfPoolsWithoutRacks_areInNone() {
    assertThat(topology.rack(8)).isNegative();
    assertThat(topology.spine(8)).isNegative();
    assertThat(topology.rack(7)).isEqualTo(4);
    assertThat(topology.spine(7)).isEqualTo(2);
  }

  @Test
  void gang_isConsolidatedOnAsFewNodesAsTheWidestWouldNeed() {
    TaskRequest one = TaskRequest.wholeDevices(1, "a");
    assertThat(topology.isConsolidated(0, one, 8, 1)).isTrue();
    assertThat(topology.isConsolidated(0, one, 8, 2)).isFalse();
    assertThat(topology.isConsolidated(0, one, 9, 2)).isTrue();
    assertThat(topology.isConsolidated(1, one, 8, 2)).isTrue();
  }
}
