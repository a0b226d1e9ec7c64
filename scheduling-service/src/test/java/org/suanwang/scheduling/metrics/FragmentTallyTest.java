package org.suanwang.scheduling.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.simulation.SimulationLimits;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;

/**
 * One node of two devices; a job of half a device and one of two, so of two usual requests each is
 * half of all.
 *
 * <p>Empty, nothing is lost. With the half placed, a device and a half are free, and the request
 * for two loses all of it: half of 1.5 is 0.75. With the two placed nothing is free.
 */
class FragmentTallyTest {
  private static final Fleet FLEET = Fleets.single(1, 2);
  private static final JobTable JOBS =
      Jobs.table(Jobs.share("half", 500, 10, 20), Jobs.whole("two", 2, 40, 10));

  private static FragmentTally tally(Fleet fleet, JobTable jobs) {
    FragmentTally tally = new FragmentTally(new FleetLayout(fleet), jobs);
    Runner.run(fleet, jobs, "fifo-first-fit", SimulationLimits.WIDEST, tally);
    return tally;
  }

  @Test
  void halfADevicePlaced_isLostForTheRequestOfTwo() {
    Fragment fragment = tally(FLEET, JOBS).over(50);
    assertThat(fragment.usualRequests()).isEqualTo(2);
    assertThat(fragment.coverage()).isEqualTo(1);
    assertThat(fragment.atStart()).isEqualTo(new Fragment.Level(0, 2));
    assertThat(fragment.mean().devices()).isEqualTo(20 * 0.75 / 50);
    assertThat(fragment.mean().devicesFree()).isEqualTo((10 * 2 + 20 * 1.5 + 10 * 2) / 50.0);
    assertThat(fragment.mean().shareOfFree()).isCloseTo(15 / 70.0, within(1e-12));
    assertThat(fragment.atEnd()).isEqualTo(new Fragment.Level(0, 2));
  }

  @Test
  void buckets_tellIt() {
    TimeSeries plain = Runner.run(FLEET, JOBS, "fifo-first-fit").series(50);
    List<TimeSeries.Point> points = tally(FLEET, JOBS).beside(plain).points();
    assertThat(points).hasSize(50);
    assertThat(points.get(9).fragment()).isEqualTo(new Fragment.Level(0, 2));
    assertThat(points.get(10).fragment()).isEqualTo(new Fragment.Level(0.75, 1.5));
    assertThat(points.get(29).fragment()).isEqualTo(new Fragment.Level(0.75, 1.5));
    assertThat(points.get(45).fragment()).isEqualTo(new Fragment.Level(0, 0));
    assertThat(new Fragment.Level(0, 0).shareOfFree()).isNull();
    TimeSeries coarse = TimeGrid.of(new TimeSeries(points), 0, 50, 25);
    assertThat(coarse.points().getFirst().fragment())
        .isEqualTo(new Fragment.Level(15 * 0.75 / 25, (10 * 2 + 15 * 1.5) / 25));
    assertThat(TimeGrid.of(plain, 0, 50, 25).points().getFirst().fragment()).isNull();
  }

  @Test
  void usualRequests_areAtMostAHundred() {
    Job[] jobs = new Job[150];
    for (int i = 0; i < jobs.length; i++) {
      jobs[i] = Jobs.share("j" + i, i + 1, 0, 1);
    }
    Fragment fragment = tally(FLEET, Jobs.table(jobs)).over(1);
    assertThat(fragment.usualRequests()).isEqualTo(100);
    assertThat(fragment.coverage()).isCloseTo(100 / 150.0, within(1e-12));
  }
}
