package org.suanwang.scheduling.boot;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.suanwang.scheduling.experiment.Experiments;
import org.suanwang.scheduling.experiment.Runs;

/**
 * Deletes simulations and experiments that ended many days ago, once an hour, where a number of
 * days is set. Every replica does; what one has deleted the others do not find.
 */
@ApplicationScoped
public class RunRetention {
  private static final Logger LOG = Logger.getLogger(RunRetention.class);
  private static final long BETWEEN_SWEEPS_MINUTES = 60;

  private final Runs runs;
  private final Experiments experiments;
  private final int keptDays;
  private final ScheduledExecutorService sweeps =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("run-retention").daemon().factory());

  RunRetention(
      Runs runs,
      Experiments experiments,
      @ConfigProperty(name = "suanwang.simulation.kept-days") int keptDays) {
    this.runs = runs;
    this.experiments = experiments;
    this.keptDays = keptDays;
  }

  void start(@Observes StartupEvent event) {
    if (keptDays > 0) {
      var _ =
          sweeps.scheduleWithFixedDelay(
              () -> sweep(Instant.now()), 1, BETWEEN_SWEEPS_MINUTES, TimeUnit.MINUTES);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    sweeps.shutdownNow();
  }

  private void sweep(Instant now) {
    try {
      removeFinishedBefore(now.minus(Duration.ofDays(keptDays)));
    } catch (RuntimeException e) {
      // The database may be away; the next sweep tries again.
      LOG.warnf(e, "old simulations were not deleted");
    }
  }

  /** Deletes what ended before, runs of an experiment only with all of it. */
  public void removeFinishedBefore(Instant end) {
    int sweptExperiments = experiments.removeFinishedBefore(end);
    int sweptRuns = runs.removeFinishedBefore(end);
    if (sweptExperiments + sweptRuns > 0) {
      LOG.infof(
          "deleted %d experiments and %d simulations that ended before %s",
          sweptExperiments, sweptRuns, end);
    }
  }
}
