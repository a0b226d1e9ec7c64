package org.suanwang.scheduling.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.DeviceType;
import org.suanwang.scheduling.cluster.FleetLayout;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.cluster.HubClocks;
import org.suanwang.scheduling.cycle.Admission;
import org.suanwang.scheduling.energy.EnergyTerms;
import org.suanwang.scheduling.energy.LeastIntegral;
import org.suanwang.scheduling.energy.Tariff;
import org.suanwang.scheduling.policy.Deferral;
import org.suanwang.scheduling.throughput.RunRates;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;
import org.suanwang.scheduling.workload.WorkloadLimits;

/**
 * When a job that may be put off is to join the queue: at the second from which on its energy is
 * expected to cost least, or to have least carbon, by its estimate. It depends on the job, the
 * fleet and the policy only, not on what runs.
 */
final class StartChoice {
  private final SimulationInput input;
  private final Admission admission;
  private final JobTable jobs;
  private final RunRates rates;
  private final List<@Nullable Place> places = new ArrayList<>();
  private final Map<Integer, List<Room>> ofRequest = new HashMap<>();

  /** A group with what its energy costs by the hour, for a device that draws so much. */
  private record Place(FleetLayout.Group group, Hub hub, LeastIntegral cost, double watts) {}

  /** A place that takes so many tasks of a request when nothing runs. */
  private record Room(Place place, long tasks) {}

  StartChoice(SimulationInput input, Admission admission) {
    this.input = input;
    this.admission = admission;
    this.jobs = input.jobs();
    this.rates = input.rates();
    FleetLayout layout = input.layout();
    boolean isPowerKnown =
        layout.fleet().deviceTypes().stream().allMatch(t -> t.powerWatts() != null);
    HubClocks clocks = new HubClocks(input.epoch(), WorkloadLimits.SECONDS_MAX);
    for (FleetLayout.Group group : layout.groups()) {
      Hub hub = layout.hub(group);
      double[] values = values(hub);
      places.add(
          values == null
              ? null
              : new Place(
                  group,
                  hub,
                  new LeastIntegral(clocks.of(hub), values),
                  isPowerKnown ? watts(group) : 1));
    }
  }

  /** Null when nobody stated them. */
  private double @Nullable [] values(Hub hub) {
    EnergyTerms terms = hub.energy();
    Tariff tariff = terms.tariff();
    List<Double> values =
        input.policy().deferral() == Deferral.LOWEST_CARBON
            ? terms.carbonGramsPerKilowattHour()
            : tariff == null ? List.of() : tariff.cnyPerKilowattHour();
    return values.isEmpty() ? null : EnergyTerms.byHour(hub.pues(), values);
  }

  /** What a device draws more when it is held. */
  private double watts(FleetLayout.Group group) {
    DeviceType type = input.layout().deviceType(group);
    if (type == null || type.powerWatts() == null) {
      return 0;
    }
    return type.powerWatts() - Objects.requireNonNullElse(type.idlePowerWatts(), 0.0);
  }

  /** When a job joins the queue: at its submission, or later. */
  long joinSeconds(int job) {
    long submit = jobs.submitSeconds(job);
    long best = submit;
    double least = Double.POSITIVE_INFINITY;
    for (Place place : jobs.deferrableSeconds(job) == 0 ? List.<Place>of() : places(job)) {
      int group = place.group().index();
      long length = rates.longestSeconds(job, rates.estimatedWork(jobs, job), group);
      long last = Math.max(submit, latest(job, length));
      LeastIntegral.Begin begin = place.cost().find(submit, last, length);
      double cost = begin.sum() * place.watts();
      if (cost < least || (cost == least && begin.seconds() < best)) {
        least = cost;
        best = begin.seconds();
      }
    }
    return best;
  }

  /** So that it may still start in time, and end by its deadline. */
  private long latest(int job, long length) {
    long last = jobs.submitSeconds(job) + jobs.deferrableSeconds(job);
    if (jobs.startTimeoutSeconds(job) != JobTable.NEVER) {
      last = Math.min(last, jobs.startTimeoutSeconds(job) - 1);
    }
    if (jobs.deadlineSeconds(job) != JobTable.NEVER) {
      last = Math.min(last, jobs.deadlineSeconds(job) - length);
    }
    return last;
  }

  /**
   * The groups in its own region where there is room for it when nothing runs, or else all such;
   * those of which costs are known.
   */
  private List<Place> places(int job) {
    List<Place> all =
        ofRequest.computeIfAbsent(jobs.requestIndex(job), this::roomsFor).stream()
            .filter(room -> room.tasks() >= jobs.tasksMin(job))
            .map(Room::place)
            .toList();
    String region = jobs.region(job);
    List<Place> own = all.stream().filter(p -> p.hub().id().equals(region)).toList();
    return own.isEmpty() && !jobs.regionRequired(job) ? all : own;
  }

  /** None for jobs without devices: they draw nothing that is counted. */
  private List<Room> roomsFor(int index) {
    TaskRequest request = jobs.distinctRequests().get(index);
    List<Room> rooms = new ArrayList<>();
    for (int group : admission.groupsOf(index)) {
      Place place = places.get(group);
      if (place != null && request.needsDevices()) {
        rooms.add(new Room(place, input.layout().topology().tasksWhenEmpty(group, request)));
      }
    }
    return rooms;
  }
}
