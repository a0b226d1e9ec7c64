package org.suanwang.scheduling.experiment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.check.Suggestion;

/**
 * What an experiment found, from the runs that completed so far.
 *
 * @param policies each by itself
 * @param comparisons each pair, or each against the baseline
 * @param notes what to know before reading the numbers
 */
public record ExperimentReport(
    List<PolicyMeans> policies, List<PairedComparison> comparisons, List<String> notes) {
  /** Of more policies than these a baseline has to be named. */
  public static final int PAIRED_POLICIES_MAX = 20;

  /**
   * Which comparison is asked for; null stands for all.
   *
   * @param baseline label of a policy
   * @param workload id
   * @param fleet id
   */
  public record Choice(
      @Nullable String baseline, @Nullable String workload, @Nullable String fleet) {}

  /**
   * Compares.
   *
   * @param rows every run, in the order of their numbers
   * @throws org.suanwang.scheduling.check.InvalidInputException when the choice is not of this
   *     experiment, or there are too many policies for all pairs
   */
  public static ExperimentReport of(ExperimentSpec spec, List<RunRow> rows, Choice choice) {
    List<String> labels = labels(spec);
    check(spec, labels, choice);
    RunTable table = new RunTable(spec, rows, choice.workload(), choice.fleet());
    List<PolicyMeans> means = new ArrayList<>();
    for (int p = 0; p < labels.size(); p++) {
      means.add(PolicyMeans.of(table, labels.get(p), p));
    }
    List<PairedComparison> comparisons = new ArrayList<>();
    for (int b = 0; b < labels.size(); b++) {
      boolean isOnlyBase = labels.get(b).equals(choice.baseline());
      for (int p = isOnlyBase ? 0 : b + 1; p < labels.size(); p++) {
        if (p != b && (choice.baseline() == null || isOnlyBase)) {
          comparisons.add(PairedComparison.of(table, spec, p, b));
        }
      }
    }
    return new ExperimentReport(means, comparisons, ExperimentNotes.of(spec, rows, table));
  }

  /**
   * Requires that the choice names what is of this experiment.
   *
   * @throws org.suanwang.scheduling.check.InvalidInputException when it does not
   */
  public static void requireKnown(ExperimentSpec spec, Choice choice) {
    Findings findings = new Findings();
    requireKnown(findings, spec, labels(spec), choice);
    findings.throwIfAny();
  }

  private static void requireKnown(
      Findings findings, ExperimentSpec spec, List<String> labels, Choice choice) {
    requireOneOf(findings, "baseline", choice.baseline(), labels);
    requireOneOf(findings, "workload", choice.workload(), spec.workloads());
    requireOneOf(findings, "fleet", choice.fleet(), spec.fleets());
  }

  private static List<String> labels(ExperimentSpec spec) {
    return spec.policies().stream().map(PolicyVariant::label).toList();
  }

  private static void check(ExperimentSpec spec, List<String> labels, Choice choice) {
    Findings findings = new Findings();
    requireKnown(findings, spec, labels, choice);
    findings.require(
        choice.baseline() != null || labels.size() <= PAIRED_POLICIES_MAX,
        "baseline",
        null,
        "must be named where more than " + PAIRED_POLICIES_MAX + " policies are compared",
        "name one of the policies, as they are labelled: baseline=" + labels.getFirst());
    findings.throwIfAny();
  }

  private static void requireOneOf(
      Findings findings, String field, @Nullable String given, List<String> known) {
    if (given != null && !known.contains(given)) {
      findings.add(
          field, given, "must be one of this experiment's", Suggestion.remedy(given, known));
    }
  }
}
