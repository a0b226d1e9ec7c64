package org.suanwang.scheduling.rest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.experiment.ExperimentSpec;
import org.suanwang.scheduling.experiment.ExperimentSubmission;
import org.suanwang.scheduling.experiment.PolicyVariant;
import org.suanwang.scheduling.experiment.SimulationSpec;
import org.suanwang.scheduling.workload.WorkloadLimits;

/** Reads an {@link ExperimentRequest}. */
final class ExperimentReader {
  private static final int LISTED_MAX = 100;
  private static final long SEED_DEFAULT = 42;
  private static final SimulationRequest NO_SETTINGS =
      new SimulationRequest(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
          null, null);
  private static final PolicyChoice ANY_POLICY = PolicyChoice.named("any");

  private final Findings findings = new Findings();

  /**
   * Reads the whole request.
   *
   * @param submission knows what is kept
   * @throws InvalidInputException with everything that is wrong, and, if anything is, with what it
   *     names that is not kept
   */
  static ExperimentSpec read(ExperimentRequest request, ExperimentSubmission submission) {
    return new ExperimentReader().readAll(request, submission);
  }

  private ExperimentSpec readAll(ExperimentRequest request, ExperimentSubmission submission) {
    String name = findings.name("name", request.name(), WorkloadLimits.NAME_LENGTH_MAX);
    List<PolicyVariant> policies = policies(request.policies());
    List<String> workloads = ids("workloads", request.workloads());
    List<String> fleets = ids("fleets", request.fleets());
    List<Long> seeds = seeds(request.seeds(), request.seedRange());
    SimulationSpec settings = settings(request.settings());
    long runs = (long) policies.size() * workloads.size() * fleets.size() * seeds.size();
    findings.require(
        runs <= ExperimentSpec.RUNS_MAX,
        "policies × workloads × fleets × seeds",
        runs,
        "must be at most " + ExperimentSpec.RUNS_MAX + " runs",
        "give fewer of them, or split the experiment");
    if (!findings.isEmpty()) {
      submission.requireKept(policies, workloads, fleets, findings);
      findings.throwIfAny();
    }
    return new ExperimentSpec(
        name, policies, workloads, fleets, seeds, Objects.requireNonNull(settings));
  }

  private List<PolicyVariant> policies(@Nullable List<@Nullable PolicyChoice> given) {
    List<PolicyVariant> policies = new ArrayList<>();
    Set<String> labels = new HashSet<>();
    if (isLong("policies", given, LISTED_MAX) && given != null) {
      for (PolicyChoice choice : given) {
        String field = "policies[" + policies.size() + "]";
        PolicyReader reader = new PolicyReader(findings, field, choice);
        PolicyVariant policy = reader.variant();
        requireNew(labels.add(policy.label()), field, policy.label());
        policies.add(policy);
      }
    }
    return policies;
  }

  private List<String> ids(String list, @Nullable List<@Nullable String> given) {
    List<String> ids = new ArrayList<>();
    Set<String> known = new HashSet<>();
    if (isLong(list, given, LISTED_MAX) && given != null) {
      for (String id : given) {
        String field = list + "[" + ids.size() + "]";
        String read = findings.name(field, id, WorkloadLimits.NAME_LENGTH_MAX);
        requireNew(known.add(read), field, read);
        ids.add(read);
      }
    }
    return ids;
  }

  private List<Long> seeds(
      @Nullable List<@Nullable Long> given, ExperimentRequest.@Nullable SeedRange range) {
    findings.require(
        given == null || range == null,
        "seedRange",
        range == null ? null : range.first(),
        "cannot stand beside seeds",
        "leave one of them out");
    if (range != null) {
      return range(range);
    }
    return given == null ? List.of(SEED_DEFAULT) : listed(given);
  }

  private List<Long> listed(List<@Nullable Long> given) {
    List<Long> seeds = new ArrayList<>();
    Set<Long> known = new HashSet<>();
    if (isLong("seeds", given, ExperimentSpec.RUNS_MAX)) {
      for (Long seed : given) {
        String field = "seeds[" + seeds.size() + "]";
        findings.require(seed != null, field, null, "must be a whole number", "give a number");
        long read = seed == null ? SEED_DEFAULT : seed;
        requireNew(seed == null || known.add(read), field, read);
        seeds.add(read);
      }
    }
    return seeds;
  }

  private List<Long> range(ExperimentRequest.SeedRange range) {
    Integer wanted = range.count();
    findings.require(
        wanted != null, "seedRange.count", null, "must be given", "say how many seeds");
    int count = findings.whole("seedRange.count", wanted, 1, ExperimentSpec.RUNS_MAX, 1);
    long first = Objects.requireNonNullElse(range.first(), 1L);
    boolean ends =
        findings.require(
            first <= Long.MAX_VALUE - count,
            "seedRange.first",
            first,
            "must leave room for " + count + " seeds below 2^63",
            "choose a smaller one");
    return ends ? LongStream.range(first, first + count).boxed().toList() : List.of();
  }

  private @Nullable SimulationSpec settings(@Nullable SimulationRequest given) {
    SimulationRequest settings = Objects.requireNonNullElse(given, NO_SETTINGS);
    requireLeftOut("fleet", settings.fleet(), "fleets");
    requireLeftOut("workload", settings.workload(), "workloads");
    requireLeftOut("policy", settings.policy() == null ? null : "a policy", "policies");
    requireLeftOut("seed", settings.seed(), "seeds");
    Findings ofSettings = new Findings();
    SimulationSpec spec = SimulationReader.read(settings.of("any", "any", ANY_POLICY), ofSettings);
    try {
      ofSettings.throwIfAny();
      return spec;
    } catch (InvalidInputException e) {
      e.violations()
          .forEach(v -> findings.add("settings." + v.field(), v.value(), v.rule(), v.remedy()));
      return null;
    }
  }

  private void requireLeftOut(String field, @Nullable Object given, String list) {
    findings.require(
        given == null,
        "settings." + field,
        given,
        "must be left out: an experiment varies it",
        "name it in " + list);
  }

  private boolean isLong(String field, @Nullable List<?> given, int lengthMax) {
    int length = given == null ? 0 : given.size();
    return findings.require(
        length >= 1 && length <= lengthMax,
        field,
        length + " item(s)",
        "must have 1 to " + lengthMax + " items",
        "give at least one, and no more than that");
  }

  private void requireNew(boolean isNew, String field, Object value) {
    findings.require(isNew, field, value, "stands in this list already", "name each once");
  }
}
