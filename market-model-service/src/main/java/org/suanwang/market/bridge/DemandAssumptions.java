package org.suanwang.market.bridge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.quantity.Numeral;
import org.suanwang.market.scenario.Roles;

/** Everything that one demand takes for granted: of the model, of the request, of the way. */
final class DemandAssumptions {
  private static final String METHOD = "Suanwang, method page \"bridge\", demand";
  private static final String REQUEST = "request";
  private static final int DIGITS_SHOWN = 8;
  private static final long SECONDS_PER_DAY = 86_400;

  private final DemandQuestion question;
  private final @Nullable TrainingNeed training;
  private final @Nullable ServingNeed serving;

  DemandAssumptions(
      DemandQuestion question, @Nullable TrainingNeed training, @Nullable ServingNeed serving) {
    this.question = question;
    this.training = training;
    this.serving = serving;
  }

  List<AssumptionList.Entry> of(List<ClassDemand> classes) {
    var entries = new ArrayList<AssumptionList.Entry>();
    String source = question.share().source();
    if (source != null) {
      entries.add(share(source));
    }
    for (ClassDemand demand : classes) {
      entries.add(efficiency(demand));
    }
    if (serving != null) {
      entries.add(held(serving));
      entries.add(replicas(classes.getLast()));
    }
    entries.addAll(AssumptionList.ofDemand(question.model(), names(classes), question.scenario()));
    return entries;
  }

  private Set<String> names(List<ClassDemand> classes) {
    Roles roles = question.model().roles();
    Set<String> names = new HashSet<>();
    if (training != null) {
      List.of(TrainingNeed.ROLE, "devicesPerCompany", "trainingTime")
          .forEach(role -> roles.find(role).ifPresent(names::add));
    }
    if (serving != null) {
      names.add(serving.name());
    }
    for (ClassDemand demand : classes) {
      EfficiencyPair pair = demand.conversion().efficiency();
      if (pair != null) {
        names.addAll(pair.names());
      }
    }
    return names;
  }

  private AssumptionList.Entry share(String source) {
    return new AssumptionList.Entry(
        "share-of-demand",
        "A share of "
            + question.share().text()
            + " of the demand is asked for: each training and all that serves are scaled by it and"
            + " rounded up to whole reference devices.",
        "As the request says: " + source,
        REQUEST);
  }

  private AssumptionList.Entry efficiency(ClassDemand demand) {
    EfficiencyPair pair = demand.conversion().efficiency();
    String device = question.device();
    String name = "efficiency-ratio-" + demand.jobClass();
    if (pair == null) {
      return new AssumptionList.Entry(
          name,
          "Devices are exchanged by peak alone: ratio of efficiencies 1.",
          whyNone(demand.conversion().accelerator()),
          METHOD);
    }
    return new AssumptionList.Entry(
        name,
        "Throughput is peak times efficiency, "
            + pair.text()
            + ": "
            + pair.ratioText()
            + " times as many "
            + device
            + " as by peak alone, before the catalogue's other constraints and rounding.",
        device
            + " is domestic: the catalogue says that its vendor is of "
            + question.model().roles().domesticCountry()
            + ".",
        METHOD);
  }

  private String whyNone(AcceleratorSource.@Nullable Answer accelerator) {
    Roles roles = question.model().roles();
    if (accelerator != null) {
      return question.device()
          + " is not domestic: the catalogue says that its vendor is of "
          + accelerator.accelerator().country()
          + ", not of "
          + roles.domesticCountry()
          + ".";
    }
    return question.device().equals(roles.referenceDevice())
        ? "It is the device that the model counts in."
        : "The model does not say what domestic devices reach of their peak in this work.";
  }

  private AssumptionList.Entry held(ServingNeed need) {
    return new AssumptionList.Entry(
        "serving-time",
        String.format(
            Locale.ROOT,
            "%s %s of %s serve and are held for %s days from the start on, all of them all the"
                + " time.",
            Numeral.writeShort(need.devicesInAll(), DIGITS_SHOWN),
            question.model().roles().referenceDevice(),
            need.name(),
            Numeral.write(BigFraction.of(need.time().toSeconds(), SECONDS_PER_DAY))),
        whyForSoLong(),
        question.servingTime() == null ? METHOD : REQUEST);
  }

  private String whyForSoLong() {
    if (question.servingTime() != null) {
      return "The request says so.";
    }
    return training == null
        ? "Neither the request nor the model says a time."
        : "The request says no other time; serving is asked for as long as training is.";
  }

  private AssumptionList.Entry replicas(ClassDemand demand) {
    long replicas = demand.jobs().stream().mapToLong(DemandJob::tasks).sum();
    DemandJob largest = demand.jobs().getFirst();
    return new AssumptionList.Entry(
        "serving-replicas",
        String.format(
            Locale.ROOT,
            "What serves is sent as %d replicas of %d %s on one node each, in %d jobs of at most %d"
                + " replicas that start together.",
            replicas,
            largest.devicesPerTask(),
            question.device(),
            demand.jobs().size(),
            largest.tasks()),
        "Replicas work without each other, so they are no gang; they are joined only as far as the"
            + " limit on jobs asks for, and rounded up to whole ones.",
        Objects.equals(question.cut(), ServingDemand.Cut.USUAL) ? METHOD : REQUEST);
  }
}
