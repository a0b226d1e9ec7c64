package org.suanwang.scheduling.experiment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.cluster.TemplateSizes;
import org.suanwang.scheduling.inference.InferenceService;
import org.suanwang.scheduling.metrics.JobOutcomes;
import org.suanwang.scheduling.metrics.Places;
import org.suanwang.scheduling.policy.Deferral;
import org.suanwang.scheduling.simulation.RunEnd;
import org.suanwang.scheduling.simulation.SimulationInput;
import org.suanwang.scheduling.workload.Background;

/** What a result takes for granted, or leaves out, and nobody said. */
record Assumptions(
    SimulationSpec spec,
    SimulationInput input,
    @Nullable Background background,
    List<InferenceService> services,
    List<TemplateSizes.LeftOut> leftOut) {
  private static final int SIZES_TOLD_MAX = 10;

  /**
   * One sentence for each.
   *
   * @param rates how many rates there are to tell
   */
  List<String> of(JobOutcomes outcomes, RunEnd end, UsedRates used, int rates) {
    List<String> assumptions = new ArrayList<>();
    if (used.areModelled()) {
      addRates(used, rates, assumptions);
    } else {
      addDerived(outcomes, assumptions);
    }
    addShared(assumptions);
    addSizes(assumptions);
    assumptions.addAll(RoundAssumptions.of(input, services));
    assumptions.addAll(UnusedRows.told(spec, input.layout().fleet(), input.jobs()));
    if (spec.efficiency() == 1) {
      assumptions.add("no efficiency was stated: utilisation is allocation");
    }
    addIdle(assumptions);
    addDeferral(assumptions);
    addDepth(end, assumptions);
    Long ownSeed = background == null ? null : background.seed();
    if (ownSeed != null && ownSeed != spec.seed()) {
      assumptions.add(
          "the workload's own seed "
              + ownSeed
              + " was used for its generated jobs, not the simulation's seed "
              + spec.seed());
    }
    int without = input.jobs().size() - input.jobs().jobsWithEstimate();
    if (input.policy().usesEstimates() && without > 0) {
      assumptions.add(
          without
              + " jobs told no estimate; the policy took their true run time for it, which no user"
              + " knows");
    }
    for (InferenceService service : services) {
      if (service.replica().performance().assumed()) {
        assumptions.add(
            "service "
                + service.name()
                + ": its replicas are as fast as a "
                + service.replica().performance().basis()
                + " tells; nothing was measured");
      }
    }
    return List.copyOf(assumptions);
  }

  private void addSizes(List<String> assumptions) {
    for (TemplateSizes.LeftOut one : leftOut.stream().limit(SIZES_TOLD_MAX).toList()) {
      assumptions.add(
          ("the share of %d jobs comes by templates to another size on %s than on %s; they may run on"
                  + " %s only, whose size most devices of the fleet serve. Name device types to"
                  + " choose others")
              .formatted(one.jobs(), names(one.left()), names(one.kept()), names(one.kept())));
    }
    if (leftOut.size() > SIZES_TOLD_MAX) {
      assumptions.add(
          "of %d groups of jobs that may not run on some device types for the size of their share"
                  .formatted(leftOut.size())
              + " the first %d are told".formatted(SIZES_TOLD_MAX));
    }
  }

  private static String names(List<String> types) {
    return String.join(", ", types);
  }

  private void addDepth(RunEnd end, List<String> assumptions) {
    if (end.walksCutShort() > 0) {
      assumptions.add(
          "the policy's depth of %d left the rest of the queue unasked %d times"
              .formatted(input.policy().depth(), end.walksCutShort()));
    }
  }

  private void addDeferral(List<String> assumptions) {
    boolean byCarbon = spec.deferral() == Deferral.LOWEST_CARBON;
    boolean isKnown =
        input.layout().fleet().hubs().stream()
            .map(Hub::energy)
            .anyMatch(
                e -> byCarbon ? !e.carbonGramsPerKilowattHour().isEmpty() : e.tariff() != null);
    if (spec.deferral() != Deferral.NONE && !isKnown) {
      assumptions.add(
          "no hub states its %s: deferral put no job off"
              .formatted(byCarbon ? "carbon" : "tariff"));
    }
  }

  private void addIdle(List<String> assumptions) {
    boolean hasIdle =
        input.layout().fleet().deviceTypes().stream().anyMatch(t -> t.idlePowerWatts() != null);
    if (hasIdle && spec.efficiency() == 1) {
      assumptions.add(
          "no efficiency was stated: in energyUse held devices draw their design power");
    }
  }

  private void addShared(List<String> assumptions) {
    if (input.policy().order().sharesDevices()) {
      assumptions.add(
          input.throughput().sharing().isEmpty()
              ? "throughput.sharing is empty, so no two jobs could share devices"
              : "jobs on shared devices kept the part of their speed that throughput.sharing tells");
    }
  }

  private static void addRates(UsedRates used, int rates, List<String> assumptions) {
    if (used.assumedStarts() > 0) {
      assumptions.add(
          used.assumedStarts()
              + " starts were at a rate that nobody measured; result.rates gives the formula and"
              + " the source of each");
    }
    if (rates > UsedRates.TOLD_MAX) {
      assumptions.add(
          "of %d rates result.rates tells the first %d".formatted(rates, UsedRates.TOLD_MAX));
    }
  }

  private void addDerived(JobOutcomes outcomes, List<String> assumptions) {
    int derived = 0;
    Places.GroupTest isAsTimed = input.rates()::isAsTimed;
    for (int job = 0; job < outcomes.size(); job++) {
      boolean hasStarted = outcomes.startSeconds(job) != JobOutcomes.NEVER;
      derived += hasStarted && !outcomes.places().allHeld(job, isAsTimed) ? 1 : 0;
    }
    if (derived > 0) {
      assumptions.add(
          derived
              + " jobs ran on another device type than the one they were timed on; their run time"
              + " is work × ratio of dense FP16 peaks, 1 where a peak is unknown");
    }
  }
}
