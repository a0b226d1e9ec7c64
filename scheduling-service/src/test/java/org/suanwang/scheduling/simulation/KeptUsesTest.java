package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.calendar.Reservation;
import org.suanwang.scheduling.calendar.ReservationRule;
import org.suanwang.scheduling.calendar.ReservedNodes;
import org.suanwang.scheduling.cluster.Allocation;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.experiment.KeptUse;
import org.suanwang.scheduling.experiment.KeptUses;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.EstimateRule;
import org.suanwang.scheduling.workload.Job;
import org.suanwang.scheduling.workload.JobTable;

/** What kept nodes were good for, beside a count of every device in every second. */
class KeptUsesTest {
  private static final int JOBS = 80;
  private static final int WINDOW = 1_000;
  private static final List<String> TENANTS = List.of("r/x", "s", "r/y");
  private static final Offset<Double> NEAR = Offset.offset(1e-9);

  private static SimulationInput draw(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    RandomInput draw = new RandomInput((int) seed);
    FleetLayout layout = new FleetLayout(draw.drawFleet());
    JobTable.Builder jobs = new JobTable.Builder();
    for (Job job : draw.drawJobs(JOBS).toList()) {
      jobs.add(job.withTenant(TENANTS.get(random.nextInt(TENANTS.size()))));
    }
    List<Reservation> kept = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      long from = random.nextInt(WINDOW);
      String tenant = i % 2 == 0 ? "r" : "s";
      long to = from + 1 + random.nextInt(500);
      kept.add(new Reservation(tenant, "hub-0", null, 1 + i, from, to, 0, false));
    }
    return new SimulationInput(
            layout,
            jobs.build(),
            Policies.find("fifo-skip-best-fit").orElseThrow(),
            SimulationLimits.WIDEST,
            EstimateRule.RUN_ON)
        .withReservations(new ReservationRule(kept));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void uses_areThoseOfEverySecond(long seed) {
    SimulationInput input = draw(seed);
    KeptUses uses = new KeptUses(input);
    Seconds seconds = new Seconds(input);
    Runner.run(
        input,
        event -> {
          seconds.accept(event);
          if (event.timeSeconds() <= WINDOW) {
            uses.accept(event);
          }
        });
    for (KeptUse use : uses.told(WINDOW)) {
      assertThat(use.keptDeviceHours()).isCloseTo(seconds.kept(use.reservation()), NEAR);
      assertThat(use.usedDeviceHours()).isCloseTo(seconds.used(use.reservation()), NEAR);
      assertThat(use.usedDeviceHours()).isLessThanOrEqualTo(use.keptDeviceHours() + 1e-9);
    }
  }

  /** What each job of a tenant held in each second, from the events. */
  private static final class Seconds {
    private final SimulationInput input;
    private final ReservedNodes reserved;
    private final Map<Integer, Allocation> held = new HashMap<>();
    private final double[] used;
    private long last;

    Seconds(SimulationInput input) {
      this.input = input;
      reserved = new ReservedNodes(input.layout(), input.reservations());
      used = new double[input.reservations().reservations().size()];
    }

    void accept(Event event) {
      for (; last < event.timeSeconds() && last < WINDOW; last++) {
        held.forEach((job, allocation) -> count(input.jobs().tenant(job), allocation));
      }
      switch (event.kind()) {
        case STARTED -> held.put(event.job(), event.allocation());
        case FINISHED, PREEMPTED -> held.remove(event.job());
        case SUBMITTED, REJECTED, BLOCKED -> {}
        default -> throw new AssertionError(event.kind());
      }
    }

    private void count(String tenant, Allocation allocation) {
      for (int i = 0; i < used.length; i++) {
        Reservation one = input.reservations().reservations().get(i);
        if (one.isFor(tenant) && last >= one.fromSeconds() && last < one.toSeconds()) {
          for (int device : allocation.devices()) {
            int node = input.layout().nodeOfDevice(device);
            used[i] += isKept(i, node) ? allocation.milliOnDevice() / 1000.0 / 3600 : 0;
          }
        }
      }
    }

    private boolean isKept(int reservation, int node) {
      return reserved.of(reservation).stream().anyMatch(s -> node >= s.first() && node < s.end());
    }

    double used(int reservation) {
      return used[reservation];
    }

    double kept(int reservation) {
      Reservation one = input.reservations().reservations().get(reservation);
      double devices = 0;
      for (int device = 0; device < input.layout().devices(); device++) {
        devices += isKept(reservation, input.layout().nodeOfDevice(device)) ? 1 : 0;
      }
      long end = Math.min(WINDOW, one.toSeconds());
      return devices * Math.max(0, end - one.fromSeconds()) / 3600;
    }
  }
}
