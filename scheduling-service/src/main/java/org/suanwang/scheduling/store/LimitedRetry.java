package org.suanwang.scheduling.store;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Duration;
import java.util.function.Supplier;
import org.suanwang.scheduling.experiment.RunExecutor;

/**
 * Queues a run again that the database failed, later each time; then gives it up. A run that fails
 * by itself ends at its worker and never comes here.
 */
final class LimitedRetry implements FailureHandler<Void> {
  private static final double LATER_EACH_TIME = 1.5;

  private final int retriesMax;
  private final Supplier<RunExecutor> executor;
  private final FailureHandler<Void> retry;

  LimitedRetry(int retriesMax, Duration first, Supplier<RunExecutor> executor) {
    this.retriesMax = retriesMax;
    this.executor = executor;
    this.retry = new ExponentialBackoffFailureHandler<>(first, LATER_EACH_TIME);
  }

  @Override
  public void onFailure(ExecutionComplete failed, ExecutionOperations<Void> operations) {
    int before = failed.getExecution().consecutiveFailures;
    if (before < retriesMax) {
      retry.onFailure(failed, operations);
      return;
    }
    executor.get().abandon(failed.getExecution().getId(), before + 1);
    operations.stop();
  }
}
