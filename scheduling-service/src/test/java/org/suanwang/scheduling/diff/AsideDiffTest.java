package org.suanwang.scheduling.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.testing.Fleets.hub;
import static org.suanwang.scheduling.testing.Fleets.pool;
import static org.suanwang.scheduling.testing.Jobs.table;
import static org.suanwang.scheduling.testing.Jobs.whole;
import static org.suanwang.scheduling.testing.Networks.link;
import static org.suanwang.scheduling.testing.Networks.reads;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cycle.WaitReason;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.workload.JobTable;

/**
 * The same jobs where the hub of their data could hold them, and where it could not: nobody passes
 * a job that is kept aside until its data has come.
 */
class AsideDiffTest {
  private static Fleet fleet(int devicesAtHome) {
    return Fleets.of(hub("home", pool("a", 1, devicesAtHome)), hub("far", pool("a", 1, 4)))
        .withLinks(List.of(link("home", "far", 9, 8)));
  }

  /**
   * With four devices at home {@code moved} starts there at 1, and {@code small} waits for it. With
   * one its 10 GB go to the far hub first, for 10 s from 1, where all is taken until 30; {@code
   * small} starts at home at 2 and has passed nobody.
   */
  @Test
  void whoStartsWhileAnotherIsKeptAside_hasNotPassedIt() {
    JobTable jobs =
        table(
            reads(whole("busy", 4, 0, 30), "e", "far", 1),
            reads(whole("moved", 4, 1, 10), "d", "home", 10),
            whole("small", 1, 2, 5));
    RunSide base = Compared.side(fleet(4), jobs, "fifo-first-fit");
    RunSide other = Compared.side(fleet(1), jobs, "fifo-first-fit");
    RunDiff diff = new RunDiff(base, other);
    RunDiff.Move moved = Compared.move(diff, "moved");
    assertThat(moved.base().startSeconds()).isEqualTo(1);
    assertThat(moved.other().startSeconds()).isEqualTo(30);
    assertThat(moved.other().passedBy()).isZero();
    assertThat(moved.other().reason()).isEqualTo(WaitReason.INSUFFICIENT_DEVICES);
    assertThat(moved.cause()).isEqualTo(MoveCause.OTHER_WAIT_REASON);
    RunDiff.Move small = Compared.move(diff, "small");
    assertThat(small.base().startSeconds()).isEqualTo(11);
    assertThat(small.other().startSeconds()).isEqualTo(2);
    assertThat(small.other().hasPassed()).isFalse();
    assertThat(small.cause()).isEqualTo(MoveCause.OTHER_WAIT_REASON);
  }

  /** From 11 {@code moved} stands in the queue: who starts at home then has passed it. */
  @Test
  void whoStartsAfterTheDataHasCome_passesTheJob() {
    JobTable jobs =
        table(
            reads(whole("busy", 4, 0, 30), "e", "far", 1),
            reads(whole("moved", 4, 1, 10), "d", "home", 10),
            whole("before", 1, 10, 1),
            whole("after", 1, 12, 5));
    RunSide side = Compared.side(fleet(1), jobs, "fifo-skip-first-fit");
    assertThat(side.outcomes().startSeconds(2)).isEqualTo(10);
    assertThat(side.outcomes().startSeconds(3)).isEqualTo(12);
    assertThat(side.passing().hasPassed(2)).isFalse();
    assertThat(side.passing().hasPassed(3)).isTrue();
    assertThat(side.passing().passedBy(1)).isEqualTo(1);
  }
}
