package org.suanwang.scheduling.boot;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.suanwang.scheduling.cluster.DeviceTypeSource;
import org.suanwang.scheduling.experiment.ExperimentReports;
import org.suanwang.scheduling.experiment.ExperimentSubmission;
import org.suanwang.scheduling.experiment.Experiments;
import org.suanwang.scheduling.experiment.FleetRegistration;
import org.suanwang.scheduling.experiment.Fleets;
import org.suanwang.scheduling.experiment.KeptPolicies;
import org.suanwang.scheduling.experiment.Replays;
import org.suanwang.scheduling.experiment.RequestRuns;
import org.suanwang.scheduling.experiment.RunArchive;
import org.suanwang.scheduling.experiment.RunDecisions;
import org.suanwang.scheduling.experiment.RunDiffs;
import org.suanwang.scheduling.experiment.Runs;
import org.suanwang.scheduling.experiment.Submission;
import org.suanwang.scheduling.experiment.Workloads;
import org.suanwang.scheduling.load.FittedClusterFiles;
import org.suanwang.scheduling.workload.FittedCluster;

/** Makes the core's objects known to the edges. */
final class CoreProducers {
  @Produces
  @Singleton
  FleetRegistration fleetRegistration(Fleets fleets, DeviceTypeSource source) {
    return new FleetRegistration(fleets, source);
  }

  @Produces
  @Singleton
  FittedCluster.Directory fittedClusters() {
    return FittedClusterFiles.load();
  }

  @Produces
  @Singleton
  Submission submission(
      Fleets fleets,
      Workloads workloads,
      KeptPolicies policies,
      DeviceTypeSource catalogue,
      Runs runs) {
    return new Submission(fleets, workloads, policies, catalogue, runs);
  }

  @Produces
  @Singleton
  ExperimentSubmission experimentSubmission(
      Fleets fleets,
      Workloads workloads,
      KeptPolicies policies,
      DeviceTypeSource catalogue,
      Experiments experiments) {
    return new ExperimentSubmission(fleets, workloads, policies, catalogue, experiments);
  }

  @Produces
  @Singleton
  Replays replays(
      Fleets fleets,
      Workloads workloads,
      Runs runs,
      @ConfigProperty(name = "suanwang.replay.seconds-max") int secondsMax) {
    return new Replays(
        fleets,
        workloads,
        runs,
        () -> new ReplayDeadline(secondsMax),
        new AskedAgain(secondsMax, System::nanoTime));
  }

  @Produces
  @Singleton
  RunArchive runArchive(Replays replays) {
    return new RunArchive(replays);
  }

  @Produces
  @Singleton
  RunDiffs runDiffs(Replays replays) {
    return new RunDiffs(replays);
  }

  @Produces
  @Singleton
  RunDecisions runDecisions(Replays replays, RunArchive archive) {
    return new RunDecisions(replays, archive);
  }

  @Produces
  @Singleton
  RequestRuns requestRuns(
      Workloads workloads, @ConfigProperty(name = "suanwang.replay.seconds-max") int secondsMax) {
    return new RequestRuns(workloads, () -> new ReplayDeadline(secondsMax));
  }

  @Produces
  @Singleton
  ExperimentReports experimentReports(Experiments experiments) {
    return new ExperimentReports(experiments);
  }
}
