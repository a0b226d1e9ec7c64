package org.suanwang.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suanwang.local.home.LocalHome;

class LocalPostgresTest {
  private static final int ANY_PORT = 0;

  @TempDir(cleanup = org.junit.jupiter.api.io.CleanupMode.NEVER)
  Path folder;

  private LocalHome home;

  @BeforeEach
  void home() {
    home = LocalHome.open(folder);
  }

  @AfterEach
  void stop() {
    LocalPostgres.find(home).ifPresent(LocalPostgres::stop);
  }

  @Test
  void started_writesSurviveAPowerCut() throws SQLException {
    LocalPostgres postgres = LocalPostgres.startOrAdopt(home, ANY_PORT);

    assertThat(query(postgres, "show fsync")).isEqualTo("on");
    assertThat(query(postgres, "show synchronous_commit")).isEqualTo("on");
    assertThat(query(postgres, "show listen_addresses")).isIn("localhost", "127.0.0.1");
  }

  @Test
  void leftByAKilledLauncher_isAdopted() {
    LocalPostgres left = LocalPostgres.startOrAdopt(home, ANY_PORT);

    LocalPostgres adopted = LocalPostgres.startOrAdopt(home, ANY_PORT);

    assertThat(adopted.adopted()).isTrue();
    assertThat(adopted.pid()).isEqualTo(left.pid());
    assertThat(adopted.port()).isEqualTo(left.port());
  }

  @Test
  void stoppedAndStarted_dataIsKept() throws SQLException {
    LocalPostgres first = LocalPostgres.startOrAdopt(home, ANY_PORT);
    first.createDatabase("kept");
    first.createDatabase("kept");
    first.stop();
    assertThat(LocalPostgres.find(home)).isEmpty();

    LocalPostgres second = LocalPostgres.startOrAdopt(home, ANY_PORT);

    assertThat(second.adopted()).isFalse();
    assertThat(query(second, "select count(*) from pg_database where datname = 'kept'"))
        .isEqualTo("1");
  }

  @Test
  void killedWithItsLauncher_startsAgain() throws Exception {
    LocalPostgres killed = LocalPostgres.startOrAdopt(home, ANY_PORT);
    ProcessHandle postmaster = ProcessHandle.of(killed.pid()).orElseThrow();
    postmaster.destroyForcibly();
    postmaster.onExit().get(10, TimeUnit.SECONDS);
    killed.stop(); // frees what a dead launcher's process would have freed

    LocalPostgres again = LocalPostgres.startOrAdopt(home, ANY_PORT);

    assertThat(query(again, "select 1")).isEqualTo("1");
  }

  @Test
  void fileNamesAStrangerAndAnothersPort_neitherIsTaken() throws Exception {
    LocalPostgres others = LocalPostgres.startOrAdopt(home, ANY_PORT);
    LocalHome mine = LocalHome.open(folder.resolve("mine"));
    Process stranger = new ProcessBuilder("sleep", "60").start();
    try {
      Files.createDirectories(mine.postgresData());
      Path file = mine.postgresData().resolve("postmaster.pid");
      Files.writeString(
          file, "%d\n%s\n1\n%d\n".formatted(stranger.pid(), mine.postgresData(), others.port()));

      assertThat(LocalPostgres.find(mine)).isEmpty();
      PostmasterFile.deleteIfStrangers(mine.postgresData(), mine.postgresBinaries());

      assertThat(file).doesNotExist();
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroy();
    }
  }

  @Test
  void fileOfOurOwnServer_isKept() {
    LocalPostgres server = LocalPostgres.startOrAdopt(home, ANY_PORT);

    PostmasterFile.deleteIfStrangers(home.postgresData(), home.postgresBinaries());

    assertThat(LocalPostgres.find(home)).map(LocalPostgres::pid).contains(server.pid());
  }

  @Test
  void postmasterFileOfADeadProcess_countsAsNone() throws IOException {
    Files.createDirectories(home.postgresData());
    Files.writeString(home.postgresData().resolve("postmaster.pid"), "999999999\n/data\n1\n5432\n");

    assertThat(PostmasterFile.findAlive(home.postgresData())).isEmpty();
  }

  @Test
  void damagedPostmasterFile_countsAsNone() throws IOException {
    Files.createDirectories(home.postgresData());
    Files.writeString(home.postgresData().resolve("postmaster.pid"), "x\n");

    assertThat(PostmasterFile.findAlive(home.postgresData())).isEqualTo(Optional.empty());
  }

  private static String query(LocalPostgres postgres, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl("postgres"));
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
