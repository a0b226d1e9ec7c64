package org.suanwang.scheduling.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.experiment.RunExecutor;

/** Two more workers on the same database, as another replica of the service has them. */
@ApplicationScoped
public class Replica {
  private static final int WORKERS = 2;

  @Inject AgroalDataSource dataSource;
  @Inject Instance<RunExecutor> executor;

  private final List<String> executed = new CopyOnWriteArrayList<>();
  private @Nullable RunQueue queue;

  public void start() {
    RunQueue own = new RunQueue(dataSource, () -> new Noting(executor.get()), WORKERS);
    own.start(new StartupEvent());
    queue = own;
  }

  public void stop() {
    RunQueue own = queue;
    if (own != null) {
      own.stop(new ShutdownEvent());
    }
  }

  /** Notes what it executes. */
  private final class Noting implements RunExecutor {
    private final RunExecutor worker;

    Noting(RunExecutor worker) {
      this.worker = worker;
    }

    @Override
    public void execute(String runId) {
      executed.add(runId);
      worker.execute(runId);
    }

    @Override
    public void abandon(String runId, int attempts) {
      worker.abandon(runId, attempts);
    }
  }

  /** The runs that its workers took. */
  public List<String> executed() {
    return List.copyOf(executed);
  }
}
