package org.suanwang.scheduling.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.suanwang.scheduling.experiment.RunExecutor;

/**
 * The queue of runs: rows of {@code scheduled_tasks}, taken by db-scheduler with {@code FOR UPDATE
 * SKIP LOCKED}, so any number of replicas share it. A worker gives a sign of life every two
 * seconds; after eight without one another takes the run over, three times at most: a run that uses
 * up the memory of every worker must not take them down for ever. One that the database fails is
 * tried again ten times, later each time. Tasks carry no data, only the run's id.
 */
@ApplicationScoped
public class RunQueue {
  private static final Duration POLLING = Duration.ofMillis(500);
  private static final Duration HEARTBEAT = Duration.ofSeconds(2);
  private static final int HEARTBEATS_MISSED_MAX = 4;
  private static final int REVIVALS_MAX = 3;
  private static final Duration RETRY = Duration.ofSeconds(5);

  /** Over ten minutes or so. */
  private static final int RETRIES_MAX = 10;

  private static final Duration SHUTDOWN_WAIT = Duration.ofSeconds(5);

  private final OneTimeTask<Void> task;
  private final Scheduler scheduler;
  private final boolean hasWorkers;

  @Inject
  RunQueue(
      AgroalDataSource dataSource,
      Instance<RunExecutor> executor,
      @ConfigProperty(name = "suanwang.simulation.workers") int workers) {
    this(dataSource, executor::get, workers);
  }

  /** Workers that execute runs by this. */
  RunQueue(AgroalDataSource dataSource, Supplier<RunExecutor> executor, int workers) {
    task =
        Tasks.oneTime("simulation")
            .onFailure(new LimitedRetry(RETRIES_MAX, RETRY, executor))
            .onDeadExecution(new LimitedRevival(REVIVALS_MAX, executor))
            .execute((instance, context) -> executor.get().execute(instance.getId()));
    hasWorkers = workers > 0;
    scheduler =
        Scheduler.create(dataSource, task)
            .threads(Math.max(1, workers))
            // In one statement PostgreSQL may ask for the next runs anew for each in the queue, and
            // take all of them; so they are found and taken in two, in one transaction.
            .jdbcCustomization(new PostgreSqlJdbcCustomization(true, false))
            .pollUsingLockAndFetch(0.5, 1.0)
            .enablePriority()
            .pollingInterval(POLLING)
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(HEARTBEATS_MISSED_MAX)
            .shutdownMaxWait(SHUTDOWN_WAIT)
            .serializer(new NoDataSerializer())
            .build();
  }

  /** Starts the workers, once everything else is there. */
  void start(@Observes StartupEvent event) {
    if (hasWorkers) {
      scheduler.start();
    }
  }

  void stop(@Observes ShutdownEvent event) {
    scheduler.stop();
  }

  /** Queues a run in the transaction of the caller. */
  void add(String runId) {
    addAll(List.of(runId));
  }

  /**
   * Queues the runs of one request in the transaction of the caller. The first run of a request
   * goes before the second of another, and so on: one run never waits behind all of an experiment,
   * and two experiments take turns.
   */
  void addAll(List<String> runIds) {
    scheduler.scheduleBatch(
        IntStream.range(0, runIds.size())
            .mapToObj(i -> task.instanceBuilder(runIds.get(i)).priority(-i).build()),
        EdgeClock.now());
  }
}
