package org.suanwang.catalog.store;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.suanwang.catalog.catalog.CurrentCatalog;
import org.suanwang.catalog.catalog.PublishedCatalog;

/**
 * Learns of versions that other replicas publish: by {@code LISTEN}, and by looking every few
 * seconds, so that a lost notification or connection only delays.
 */
@ApplicationScoped
public class VersionListener {
  private static final Logger LOG = Logger.getLogger(VersionListener.class);

  /** How long one wait for news lasts; a stop is noticed after it. */
  private static final int WAIT_MILLIS = 500;

  /** Without news the database is asked anyway, after so many waits. */
  private static final int WAITS_UNTIL_ASKED = 4;

  private static final Duration RETRY = Duration.ofSeconds(1);

  private final AgroalDataSource database;
  private final CatalogStore store;
  private final CurrentCatalog current;
  private volatile boolean stopped;

  VersionListener(AgroalDataSource database, CatalogStore store, CurrentCatalog current) {
    this.database = database;
    this.store = store;
    this.current = current;
  }

  /** Listens until stopped; meant for a thread of its own. */
  public void run() {
    while (!stopped) {
      try {
        listen();
      } catch (SQLException | RuntimeException e) {
        if (!stopped) {
          LOG.warnf("not listening for catalogue versions, trying again: %s", e.getMessage());
          pause();
        }
      }
    }
  }

  public void stop() {
    stopped = true;
  }

  private void listen() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("LISTEN " + VersionRows.CHANNEL);
      PGConnection postgres = connection.unwrap(PGConnection.class);
      for (int waits = 0; !stopped; waits++) {
        if (waits % WAITS_UNTIL_ASKED == 0) {
          refresh();
        }
        if (postgres.getNotifications(WAIT_MILLIS).length > 0) {
          refresh();
        }
      }
      statement.execute("UNLISTEN *");
    }
  }

  private void refresh() {
    String served = current.find().map(p -> p.version().id()).orElse("");
    boolean isServed = store.latestVersion().filter(v -> v.id().equals(served)).isPresent();
    if (!isServed) {
      PublishedCatalog published = store.read(current.find().orElse(null));
      current.publish(published);
      LOG.infof("serving catalogue version %s", published.version().id());
    }
  }

  private static void pause() {
    try {
      Thread.sleep(RETRY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
