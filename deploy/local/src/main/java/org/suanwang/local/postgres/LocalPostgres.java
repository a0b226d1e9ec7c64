package org.suanwang.local.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.suanwang.local.LaunchException;
import org.suanwang.local.home.LocalHome;

/**
 * A running embedded PostgreSQL with durable writes (fsync and synchronous commit on), listening on
 * loopback only.
 *
 * @param pid the postmaster
 * @param port its TCP port
 * @param adopted true when an earlier launcher had left it running
 */
public record LocalPostgres(long pid, int port, boolean adopted) {
  private static final Duration START_WAIT = Duration.ofSeconds(60);
  private static final Duration STOP_WAIT = Duration.ofSeconds(20);
  private static final String USER = "postgres";

  /** Adopts the server left by a killed launcher, or starts one on the kept data directory. */
  public static LocalPostgres startOrAdopt(LocalHome home, int preferredPort) {
    Optional<LocalPostgres> left = find(home);
    return left.isPresent() ? left.get() : start(home, preferredPort);
  }

  /** The server that runs on the home's data directory and answers. */
  public static Optional<LocalPostgres> find(LocalHome home) {
    return PostmasterFile.findAlive(home.postgresData())
        .map(file -> new LocalPostgres(file.pid(), file.port(), true))
        .filter(LocalPostgres::answers);
  }

  private static LocalPostgres start(LocalHome home, int preferredPort) {
    home.requireFreeSpace();
    try {
      Files.createDirectories(home.postgresData());
      Files.createDirectories(home.postgresBinaries());
      Path log = home.log("postgres");
      // Not kept as an object: whoever stops it later may be another launcher, so the pid is all.
      EmbeddedPostgres.builder()
          .setDataDirectory(home.postgresData())
          .setCleanDataDirectory(false)
          .setOverrideWorkingDirectory(home.postgresBinaries().toFile())
          .setRegisterShutdownHook(false)
          .setPGStartupWait(START_WAIT)
          .setPort(isFree(preferredPort) ? preferredPort : 0)
          // The library turns these off for tests; this data is to survive a power cut.
          .setServerConfig("fsync", "on")
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("full_page_writes", "on")
          .setServerConfig("max_connections", "100")
          .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
          .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
          .start();
    } catch (IOException | IllegalStateException e) {
      throw new LaunchException(
          "PostgreSQL did not start ("
              + e.getMessage()
              + "); "
              + home.log("postgres")
              + " says why",
          e);
    }
    return PostmasterFile.findAlive(home.postgresData())
        .map(file -> new LocalPostgres(file.pid(), file.port(), false))
        .orElseThrow(
            () ->
                new LaunchException(
                    "PostgreSQL started but left no postmaster.pid in " + home.postgresData()));
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket =
        new ServerSocket(port, 1, java.net.InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=" + USER;
  }

  /** Makes the database unless it is there. */
  public void createDatabase(String name) {
    try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"));
        Statement statement = connection.createStatement()) {
      if (!exists(statement, name)) {
        statement.execute("create database " + name);
      }
    } catch (SQLException e) {
      throw new LaunchException("cannot create the database " + name + ": " + e.getMessage(), e);
    }
  }

  private static boolean exists(Statement statement, String name) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
      return row.next();
    }
  }

  private boolean answers() {
    try (Connection connection =
        DriverManager.getConnection(jdbcUrl("postgres") + "&connectTimeout=5")) {
      return connection.isValid(5);
    } catch (SQLException e) {
      return false;
    }
  }

  /** Ends all sessions and stops the server cleanly ("fast shutdown"); returns when it is gone. */
  public void stop() {
    Optional<ProcessHandle> postmaster = ProcessHandle.of(pid);
    if (postmaster.isEmpty()) {
      return;
    }
    try {
      // SIGINT is PostgreSQL's fast shutdown; ProcessHandle can only send SIGTERM, which waits for
      // clients.
      new ProcessBuilder("kill", "-INT", Long.toString(pid)).inheritIO().start().waitFor();
      postmaster.get().onExit().get(STOP_WAIT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException
        | java.util.concurrent.ExecutionException
        | java.util.concurrent.TimeoutException e) {
      throw new LaunchException("PostgreSQL (pid " + pid + ") did not stop: " + e, e);
    }
  }
}
