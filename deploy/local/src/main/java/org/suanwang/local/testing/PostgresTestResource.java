package org.suanwang.local.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * Starts one real, empty PostgreSQL for a module's integration tests and hands its address to
 * Quarkus. Embedded by default; {@code -Dsuanwang.postgres=testcontainers} takes a container.
 */
public final class PostgresTestResource implements QuarkusTestResourceLifecycleManager {
  /** The image of the containerised alternative; any image that stands in for postgres will do. */
  private static final String IMAGE_PROPERTY = "suanwang.postgres.image";

  private @Nullable AutoCloseable server;

  @Override
  public Map<String, String> start() {
    return switch (PostgresChoice.fromProperty()) {
      case EMBEDDED -> startEmbedded();
      case TESTCONTAINERS -> startContainer();
    };
  }

  private Map<String, String> startEmbedded() {
    try {
      EmbeddedPostgres postgres =
          EmbeddedPostgres.builder()
              .setPGStartupWait(Duration.ofSeconds(60))
              .setOverrideWorkingDirectory(Path.of("target", "postgres").toFile())
              .start();
      server = postgres;
      return datasource(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
    } catch (IOException e) {
      throw new UncheckedIOException("the embedded PostgreSQL did not start", e);
    }
  }

  private Map<String, String> startContainer() {
    var image =
        org.testcontainers.utility.DockerImageName.parse(
                System.getProperty(IMAGE_PROPERTY, "postgres:17"))
            .asCompatibleSubstituteFor("postgres");
    var container = new PostgreSQLContainer(image);
    container.start();
    server = container;
    return datasource(container.getJdbcUrl(), container.getUsername(), container.getPassword());
  }

  private static Map<String, String> datasource(String url, String user, String password) {
    return Map.of(
        "quarkus.datasource.jdbc.url", url,
        "quarkus.datasource.username", user,
        "quarkus.datasource.password", password);
  }

  @Override
  public void stop() {
    if (server == null) {
      return;
    }
    try {
      server.close();
    } catch (Exception e) {
      throw new IllegalStateException("PostgreSQL did not stop", e);
    }
    server = null;
  }
}
