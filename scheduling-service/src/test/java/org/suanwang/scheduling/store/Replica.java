package org.suanwang.scheduling.store;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalConnectionFactoryConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.SQLException;
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
    start(dataSource);
  }

  /** With connections of its own, under which each begins with this statement. */
  public void startWith(String initialSql) throws SQLException {
    start(
        AgroalDataSource.from(
            new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(
                    pool ->
                        pool.maxSize(WORKERS + 3)
                            .connectionFactoryConfiguration(
                                factory -> factory(factory).initialSql(initialSql)))));
  }

  private AgroalConnectionFactoryConfigurationSupplier factory(
      AgroalConnectionFactoryConfigurationSupplier factory) {
    var known =
        dataSource
            .getConfiguration()
            .connectionPoolConfiguration()
            .connectionFactoryConfiguration();
    return factory
        .jdbcUrl(known.jdbcUrl())
        .principal(known.principal())
        .credential(known.credentials().iterator().next());
  }

  private void start(AgroalDataSource from) {
    RunQueue own = new RunQueue(from, () -> new Noting(executor.get()), WORKERS);
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
