package org.suanwang.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suanwang.local.command.Launcher.Answer;
import org.suanwang.local.home.LocalHome;
import org.suanwang.local.home.RunRecord;
import org.suanwang.local.postgres.LocalPostgres;
import org.suanwang.local.service.Service;

/** The launcher's commands, on a real PostgreSQL and with stand-ins for the services. */
class LauncherTest {
  /** SIGTERM, as a shell sees it. */
  private static final int TERMINATED = 143;

  private static final int NOT_RUNNING = 3;

  /** One for all tests, as users have one: PostgreSQL is unpacked and its data made only once. */
  @TempDir static Path folder;

  private FakeCheckout checkout;
  private Launcher launcher;
  private LocalHome home;

  @BeforeEach
  void prepare() throws IOException {
    launcher = Launcher.in(folder);
    home = LocalHome.open(launcher.home());
    checkout = FakeCheckout.withStandIns(launcher.checkout());
  }

  @AfterEach
  void stop() throws IOException, InterruptedException {
    launcher.down();
  }

  @Test
  void upDetached_everyServiceIsReadyAndNamed() throws Exception {
    Answer up = launcher.up("--detach", "--no-job");

    assertThat(up.exitCode()).as(up.text()).isZero();
    assertThat(up.text()).contains("PostgreSQL", "/q/swagger-ui", "/q/metrics");
    Answer status = launcher.status();
    assertThat(status.exitCode()).as(status.text()).isZero();
    for (Service service : Service.ALL) {
      assertThat(up.text()).containsPattern(service.name() + " +ready in");
      assertThat(status.text()).containsPattern(service.name() + " +ready +pid");
    }
  }

  @Test
  void down_endsEveryProcess() throws Exception {
    launcher.up("--detach", "--no-job");
    List<ProcessHandle> running = running();

    Answer down = launcher.down();

    assertThat(down.exitCode()).isZero();
    assertThat(down.text()).contains("stopped");
    assertThat(running).hasSize(5).noneMatch(LauncherTest::runs);
    assertThat(launcher.status().exitCode()).isEqualTo(NOT_RUNNING);
    assertThat(launcher.down().text()).contains("nothing runs");
  }

  @Test
  void terminatedInForeground_endsEveryProcess() throws Exception {
    Process up = launcher.upInForeground();
    awaitReady(up);
    List<ProcessHandle> running = running();

    up.destroy();
    Answer ended = launcher.finish(up);

    assertThat(ended.exitCode()).isEqualTo(TERMINATED);
    assertThat(ended.text()).endsWith("stopping\nstopped\n");
    assertThat(running).hasSize(5).noneMatch(LauncherTest::runs);
  }

  @Test
  void upTwice_secondIsRefused() throws Exception {
    launcher.up("--detach", "--no-job");

    for (Answer second : List.of(launcher.up("--no-job"), launcher.up("--detach", "--no-job"))) {
      assertThat(second.exitCode()).isEqualTo(1);
      assertThat(second.text()).contains("runs already", "./suanwang down");
    }
    assertThat(launcher.status().exitCode()).isZero();
  }

  @Test
  void killed_nextUpRecovers() throws Exception {
    launcher.up("--detach", "--no-job");
    List<ProcessHandle> before = killLauncher();

    Answer status = launcher.status();
    assertThat(status.exitCode()).isEqualTo(NOT_RUNNING);
    assertThat(status.text()).contains("The launcher was killed");
    Answer up = launcher.up("--detach", "--no-job");

    assertThat(up.exitCode()).as(up.text()).isZero();
    assertThat(up.text()).contains("stopped 3 service(s)", "taken over from a killed launcher");
    assertThat(before.stream().filter(LauncherTest::runs)).as("only PostgreSQL goes on").hasSize(1);
  }

  @Test
  void killed_downCleansUp() throws Exception {
    launcher.up("--detach", "--no-job");
    List<ProcessHandle> before = killLauncher();

    assertThat(launcher.down().text()).contains("stopped what a killed launcher had left");

    assertThat(before).noneMatch(LauncherTest::runs);
  }

  @Test
  void portTaken_oneClearSentenceAndNothingRuns() throws Exception {
    int market = launcher.basePort() + Service.MARKET.portOffset();
    try (var other = new ServerSocket(market, 1, InetAddress.getLoopbackAddress())) {
      Answer up = launcher.up("--detach", "--no-job");

      assertThat(up.exitCode()).isEqualTo(1);
      assertThat(up.text())
          .contains("port " + other.getLocalPort(), Service.MARKET.name(), "--base-port")
          .hasLineCount(1);
    }
    assertThat(launcher.status().exitCode()).isEqualTo(NOT_RUNNING);
    assertThat(launcher.status().text()).contains("does not run");
  }

  @Test
  void serviceEndsByItself_itsLogIsShownAndNothingRuns() throws Exception {
    checkout.install(Service.SCHEDULING, "echo 'no migration found'; exit 1");

    Answer up = launcher.up("--detach", "--no-job");

    assertThat(up.exitCode()).isEqualTo(1);
    assertThat(up.text()).contains("scheduling-service ended by itself", "no migration found");
    assertThat(launcher.status().text()).contains("does not run");
  }

  @Test
  void serviceEndsLater_launcherSaysSo() throws Exception {
    launcher.up("--detach", "--no-job");
    ProcessHandle market = running().get(3);

    market.destroy();

    Path log = home.log("launcher");
    for (int i = 0; i < 100 && !Files.readString(log).contains("ended by itself"); i++) {
      Thread.sleep(50);
    }
    assertThat(log).content().contains("market-model-service ended by itself", "./suanwang up");
    assertThat(launcher.status().exitCode()).isEqualTo(NOT_RUNNING);
  }

  @Test
  void notBuilt_commandThatBuildsItIsNamed() throws Exception {
    checkout.remove(Service.MARKET);

    Answer up = launcher.up("--no-job");

    assertThat(up.exitCode()).isEqualTo(1);
    assertThat(up.text()).contains("./suanwang native market-model-service").hasLineCount(1);
  }

  @Test
  void referenceJobFails_sentenceNamesTheCallAndNothingRuns() throws Exception {
    Answer up = launcher.up("--detach");

    assertThat(up.exitCode()).isEqualTo(1);
    assertThat(up.text()).contains("GET http://127.0.0.1:", "/v1/accelerators", "answered 404");
    assertThat(launcher.status().text()).contains("does not run");
  }

  @Test
  void portOutOfRange_rangeIsNamed() throws Exception {
    Answer up = new Launcher(folder, 65_535).up("--no-job");

    assertThat(up.exitCode()).isNotZero();
    assertThat(up.text()).contains("1024 to 65533");
  }

  private List<ProcessHandle> running() {
    RunRecord run = RunRecord.find(home).orElseThrow();
    var pids =
        Stream.concat(
            Stream.of(run.launcher().pid(), LocalPostgres.find(home).orElseThrow().pid()),
            run.processes().stream().map(service -> service.process().pid()));
    return pids.map(pid -> ProcessHandle.of(pid).orElseThrow()).toList();
  }

  /** A process that ended stays in the table until its parent asks; it has no command any more. */
  private static boolean runs(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }

  private List<ProcessHandle> killLauncher()
      throws InterruptedException, ExecutionException, TimeoutException {
    List<ProcessHandle> running = running();
    running.getFirst().destroyForcibly();
    running.getFirst().onExit().get(10, TimeUnit.SECONDS);
    return running.subList(1, running.size());
  }

  private void awaitReady(Process up) throws IOException, InterruptedException {
    while (up.isAlive() && RunRecord.find(home).filter(RunRecord::ready).isEmpty()) {
      Thread.sleep(50);
    }
    assertThat(up.isAlive()).as(launcher.printed()).isTrue();
  }
}
