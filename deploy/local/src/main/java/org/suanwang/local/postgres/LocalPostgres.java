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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.suanwang.local.LaunchException;
import org.suanwang.local.home.LocalHome;

/**
 * A running embedded PostgreSQL with durable writes (fsync and synchronous commit on), listening on
 * loopback only. It outlives the launcher that started it if that launcher is killed; the next one
 * adopts it.
 */
public final class LocalPostgres {
  private static final Duration START_WAIT = Duration.ofSeconds(60);
  private static final Duration STOP_WAIT = Duration.ofSeconds(20);
  private static final String USER = "postgres";

  private final PostmasterFile postmaster;

  /** Null when an earlier launcher started the server. */
  private final @Nullable EmbeddedPostgres started;

  private LocalPostgres(PostmasterFile postmaster, @Nullable EmbeddedPostgres started) {
    this.postmaster = postmaster;
    this.started = started;
  }

  /** Adopts the server left by a killed launcher, or starts one on the kept data directory. */
  public static LocalPostgres startOrAdopt(LocalHome home, int preferredPort) {
    Optional<LocalPostgres> left = find(home);
    return left.isPresent() ? left.get() : start(home, preferredPort);
  }

  /**
   * The server that runs on the home's data directory and answers. A file left over may name a
   * process and a port that are somebody else's by now, so the server itself is asked.
   */
  public static Optional<LocalPostgres> find(LocalHome home) {
    return PostmasterFile.findAlive(home.postgresData())
        .map(file -> new LocalPostgres(file, null))
        .filter(server -> server.servesDataOf(home));
  }

  private static LocalPostgres start(LocalHome home, int preferredPort) {
    home.requireFreeSpace();
    PostmasterFile.deleteIfStrangers(home.postgresData(), home.postgresBinaries());
    EmbeddedPostgres server = launch(home, preferredPort);
    return PostmasterFile.findAlive(home.postgresData())
        .map(file -> new LocalPostgres(file, server))
        .orElseThrow(
            () ->
                new LaunchException(
                    "PostgreSQL started but left no postmaster.pid in " + home.postgresData()));
  }

  private static EmbeddedPostgres launch(LocalHome home, int preferredPort) {
    try {
      Files.createDirectories(home.postgresData());
      Files.createDirectories(home.postgresBinaries());
      Path log = home.log("postgres");
      return EmbeddedPostgres.builder()
          .setDataDirectory(home.postgresData())
          .setCleanDataDirectory(false)
          .setOverrideWorkingDirectory(home.postgresBinaries().toFile())
          // The launcher stops the services first; a hook of its own would race with that.
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
          "PostgreSQL did not start (" + e + "); " + home.log("postgres") + " says why", e);
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket =
        new ServerSocket(port, 1, java.net.InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  public long pid() {
    return postmaster.pid();
  }

  public int port() {
    return postmaster.port();
  }

  /** True when an earlier launcher had left it running. */
  public boolean adopted() {
    return started == null;
  }

  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database + "?user=" + USER;
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

  private boolean servesDataOf(LocalHome home) {
    try (Connection connection =
            DriverManager.getConnection(jdbcUrl("postgres") + "&connectTimeout=5");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show data_directory")) {
      row.next();
      return Files.isSameFile(Path.of(row.getString(1)), home.postgresData());
    } catch (SQLException | IOException e) {
      return false;
    }
  }

  /** Ends all sessions and stops the server cleanly ("fast shutdown"); returns when it is gone. */
  public void stop() {
    try {
      if (started == null) {
        interrupt();
      } else {
        started.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | ExecutionException | TimeoutException e) {
      throw new LaunchException("PostgreSQL (pid " + pid() + ") did not stop: " + e, e);
    }
  }

  private void interrupt()
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    Optional<ProcessHandle> process = ProcessHandle.of(pid());
    if (process.isPresent()) {
      // SIGINT is the fast shutdown; ProcessHandle can only send SIGTERM, which waits for clients.
      new ProcessBuilder("kill", "-INT", Long.toString(pid())).inheritIO().start().waitFor();
      process.get().onExit().get(STOP_WAIT.toSeconds(), TimeUnit.SECONDS);
    }
  }
}
