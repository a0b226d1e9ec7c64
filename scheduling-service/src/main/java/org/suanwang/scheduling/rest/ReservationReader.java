package org.suanwang.scheduling.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.calendar.Reservation;
import org.suanwang.scheduling.calendar.ReservationRule;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.cluster.FleetLimits;
import org.suanwang.scheduling.workload.Tenant;
import org.suanwang.scheduling.workload.WorkloadLimits;

/**
 * Reads reservations; what has to do with the fleet and the jobs is checked when they are known.
 */
final class ReservationReader {
  private static final int NAME_LENGTH_MAX = 100;

  private final Findings findings;

  private ReservationReader(Findings findings) {
    this.findings = findings;
  }

  static ReservationRule read(
      Findings findings, @Nullable List<@Nullable ReservationRequest> given) {
    List<@Nullable ReservationRequest> list = Objects.requireNonNullElse(given, List.of());
    boolean holds =
        findings.require(
            list.size() <= ReservationRule.RESERVATIONS_MAX,
            "reservations",
            list.size() + " entries",
            "at most " + ReservationRule.RESERVATIONS_MAX,
            "give fewer");
    return holds ? new ReservationReader(findings).readAll(list) : ReservationRule.NONE;
  }

  private ReservationRule readAll(List<@Nullable ReservationRequest> list) {
    List<Reservation> read = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      ReservationRequest one = list.get(i);
      String field = "reservations[" + i + "]";
      if (findings.require(one != null, field, null, "must not be null", "leave it out")
          && one != null) {
        read.add(reservation(field, one));
      }
    }
    return new ReservationRule(read);
  }

  private Reservation reservation(String field, ReservationRequest one) {
    TimeSpan span =
        TimeSpan.read(findings, field, one.from(), one.to(), one.fromSeconds(), one.toSeconds());
    String type = one.deviceType();
    Integer nodes = one.nodes();
    return new Reservation(
        tenant(field + ".tenant", one.tenant()),
        findings.name(field + ".hub", one.hub(), NAME_LENGTH_MAX),
        type == null ? null : findings.name(field + ".deviceType", type, NAME_LENGTH_MAX),
        nodes == null ? null : findings.whole(field + ".nodes", nodes, 1, FleetLimits.NODES_MAX, 1),
        span.fromSeconds(),
        span.toSeconds(),
        findings.whole(
            field + ".drainSeconds", one.drainSeconds(), 0, WorkloadLimits.SECONDS_MAX, 0),
        span.ofCalendar());
  }

  private String tenant(String field, @Nullable String given) {
    boolean holds =
        findings.require(
            given != null && Tenant.isPath(given),
            field,
            given,
            Tenant.RULE,
            "name a queue, as research/vision");
    return holds && given != null ? given : Tenant.DEFAULT;
  }
}
