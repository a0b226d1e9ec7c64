package org.suanwang.scheduling.store;

import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import java.util.function.Supplier;
import org.suanwang.scheduling.experiment.RunExecutor;

/**
 * Queues the run of a dead worker again, a few times; then gives it up. The queue counts dead and
 * failed attempts together.
 */
final class LimitedRevival implements DeadExecutionHandler<Void> {
  private final int revivalsMax;
  private final Supplier<RunExecutor> executor;
  private final DeadExecutionHandler<Void> revival = new ReviveDeadExecution<>();

  LimitedRevival(int revivalsMax, Supplier<RunExecutor> executor) {
    this.revivalsMax = revivalsMax;
    this.executor = executor;
  }

  @Override
  public void deadExecution(ExecutionComplete dead, ExecutionOperations<Void> operations) {
    int before = dead.getExecution().consecutiveFailures;
    if (before < revivalsMax) {
      revival.deadExecution(dead, operations);
      return;
    }
    executor.get().abandon(dead.getExecution().getId(), before + 1);
    operations.stop();
  }
}
