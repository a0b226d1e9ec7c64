package org.suanwang.scheduling.experiment;

import java.util.ArrayList;
import java.util.List;

/**
 * What an experiment runs: every policy on every workload on every fleet with every seed. Runs are
 * counted by workload, then fleet, then seed, then policy, so that those to be compared lie
 * together.
 *
 * @param name for people
 * @param policies what is compared
 * @param workloads ids
 * @param fleets ids
 * @param seeds of everything random that has no seed of its own
 * @param settings all else, common to all runs; its fleet, workload, policy and seed are of no
 *     matter
 */
public record ExperimentSpec(
    String name,
    List<PolicyVariant> policies,
    List<String> workloads,
    List<String> fleets,
    List<Long> seeds,
    SimulationSpec settings) {
  /** More runs than these are refused. */
  public static final int RUNS_MAX = 2_000;

  public ExperimentSpec {
    policies = List.copyOf(policies);
    workloads = List.copyOf(workloads);
    fleets = List.copyOf(fleets);
    seeds = List.copyOf(seeds);
  }

  /** The same with other policies. */
  ExperimentSpec comparing(List<PolicyVariant> others) {
    return new ExperimentSpec(name, others, workloads, fleets, seeds, settings);
  }

  /** How many runs that makes. */
  public int size() {
    return policies.size() * workloads.size() * fleets.size() * seeds.size();
  }

  /** Number of a run, from 0, by the places of its parts in their lists. */
  public int number(int workload, int fleet, int seed, int policy) {
    return ((workload * fleets.size() + fleet) * seeds.size() + seed) * policies.size() + policy;
  }

  /** The policy of the run with this number. */
  public PolicyVariant policyOf(int number) {
    return policies.get(number % policies.size());
  }

  /** Every run, in the order of their numbers. */
  public List<SimulationSpec> runs() {
    List<SimulationSpec> runs = new ArrayList<>(size());
    for (String workload : workloads) {
      for (String fleet : fleets) {
        for (long seed : seeds) {
          policies.forEach(p -> runs.add(settings.of(fleet, workload, p, seed)));
        }
      }
    }
    return runs;
  }
}
