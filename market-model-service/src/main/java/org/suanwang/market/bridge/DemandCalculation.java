package org.suanwang.market.bridge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.UnavailableException;
import org.suanwang.market.scenario.Roles;

/**
 * Turns what a model says of training and inference into jobs on devices of one kind, which the
 * catalogue converts.
 */
public final class DemandCalculation {
  private final EquivalenceSource equivalences;
  private final AcceleratorSource accelerators;

  public DemandCalculation(EquivalenceSource equivalences, AcceleratorSource accelerators) {
    this.equivalences = equivalences;
    this.accelerators = accelerators;
  }

  /**
   * The demand asked for.
   *
   * @throws InvalidInputException when the model does not say it, or the catalogue cannot compare
   *     the devices
   * @throws UnavailableException when the catalogue is needed, cannot be reached and never answered
   *     this
   */
  public Demand evaluate(DemandQuestion question) {
    TrainingNeed training = training(question);
    ServingNeed serving = serving(question, training);
    var classes = new ArrayList<ClassDemand>();
    if (training != null) {
      classes.add(
          TrainingDemand.of(
              training, converted(question, training), question.submitAt(), question.regions()));
    }
    if (serving != null) {
      classes.add(
          ServingDemand.of(
              serving,
              converted(question, serving),
              question.submitAt(),
              question.regions(),
              question.cut()));
    }
    var assumptions = new DemandAssumptions(question, training, serving).of(classes);
    return new Demand(training, serving, classes, assumptions);
  }

  /** A model with neither is told that it lacks training, which is what most have. */
  private static @Nullable TrainingNeed training(DemandQuestion question) {
    boolean neither =
        question.classes().isEmpty() && !question.model().roles().has(ServingNeed.ROLE);
    return neither || question.wants(TrainingDemand.JOB_CLASS, TrainingNeed.ROLE)
        ? TrainingNeed.evaluate(question.model(), question.assumptions(), question.share())
        : null;
  }

  private static @Nullable ServingNeed serving(
      DemandQuestion question, @Nullable TrainingNeed training) {
    if (!question.wants(ServingDemand.JOB_CLASS, ServingNeed.ROLE)) {
      return null;
    }
    Duration usual = training == null ? DemandQuestion.SERVING_TIME : training.time();
    return ServingNeed.evaluate(
        question.model(),
        question.assumptions(),
        question.share(),
        question.start(),
        Objects.requireNonNullElse(question.servingTime(), usual));
  }

  private Conversion converted(DemandQuestion question, TrainingNeed need) {
    return convert(
        question,
        "trainingEfficiency",
        "domesticTrainingEfficiency",
        need.devicesPerCompany(),
        new Snapshot("equivalence", question.snapshots().training()));
  }

  private Conversion converted(DemandQuestion question, ServingNeed need) {
    return convert(
        question,
        "inferenceEfficiency",
        "domesticInferenceEfficiency",
        need.devices(),
        new Snapshot("serving.equivalence", question.snapshots().serving()));
  }

  private Conversion convert(
      DemandQuestion question, String role, String domesticRole, long devices, Snapshot snapshot) {
    Roles roles = question.model().roles();
    boolean sameDevice = question.device().equals(roles.referenceDevice());
    AcceleratorSource.Answer accelerator = null;
    EfficiencyPair efficiency = null;
    if (roles.find(domesticRole).isPresent() && !sameDevice) {
      accelerator = accelerator(question);
      efficiency =
          accelerator.accelerator().country().equals(roles.domesticCountry())
              ? pair(question, role, domesticRole)
              : null;
    }
    var query =
        new EquivalenceQuery(
            roles.referenceDevice(), devices, question.device(), roles.precision(), efficiency);
    EquivalenceSource.Answer answer = snapshot.answer(query);
    return new Conversion(
        answer == null ? equivalences.find(query) : answer, accelerator, efficiency);
  }

  private AcceleratorSource.Answer accelerator(DemandQuestion question) {
    Accelerator given = question.snapshots().accelerator();
    if (given == null) {
      return accelerators.find(question.device());
    }
    Snapshot.requireSame("accelerator.id", question.device(), given.id());
    return new AcceleratorSource.Answer(given, EquivalenceSource.Origin.REQUEST);
  }

  private static EfficiencyPair pair(DemandQuestion question, String role, String domesticRole) {
    String reference = RoleNames.require(question.model(), role);
    String domestic = RoleNames.require(question.model(), domesticRole);
    var reader = new RoleReader(question.model(), question.assumptions());
    BigFraction one = reader.positive(reference, "1", 1);
    BigFraction other = reader.positive(domestic, "1", 1);
    reader.refuse();
    return new EfficiencyPair(question.model().version().id(), one, other, reference, domestic);
  }
}
