package org.suanwang.local.command;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.suanwang.local.home.LauncherLock;
import org.suanwang.local.home.LocalHome;
import org.suanwang.local.home.RunRecord;
import org.suanwang.local.home.RunRecord.RunningService;
import org.suanwang.local.postgres.LocalPostgres;
import org.suanwang.local.service.Endpoint;
import org.suanwang.local.service.Service;
import org.suanwang.local.service.ServiceProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what runs, where, and how much memory it takes. Exit code 0: all is ready, 3: not. */
@Command(name = "status", mixinStandardHelpOptions = true, description = "Says what runs.")
public final class Status implements Callable<Integer> {
  private static final int NOT_RUNNING = 3;

  @Mixin private Places places = new Places();

  @Override
  public Integer call() throws InterruptedException {
    LocalHome home = places.home();
    Optional<LocalPostgres> postgres = LocalPostgres.find(home);
    Optional<RunRecord> run = RunRecord.find(home);
    if (run.isEmpty() && postgres.isEmpty() && !LauncherLock.isTaken(home)) {
      System.out.println("Suanwang does not run; ./suanwang up starts it");
      return NOT_RUNNING;
    }
    boolean ready = launcherLine(home, run);
    postgres.ifPresent(p -> line("PostgreSQL", p.pid(), "ready", "127.0.0.1:" + p.port()));
    if (run.isPresent()) {
      for (RunningService service : run.get().processes()) {
        ready &= serviceLine(service);
      }
    }
    return ready && postgres.isPresent() ? 0 : NOT_RUNNING;
  }

  private static boolean launcherLine(LocalHome home, Optional<RunRecord> run) {
    // The lock tells a dead launcher from a live one; a process table may still list the dead.
    if (!LauncherLock.isTaken(home)) {
      System.out.println(
          "The launcher was killed; ./suanwang up recovers, ./suanwang down cleans up");
      return false;
    }
    if (run.isEmpty()) {
      System.out.println("The launcher is starting");
      return false;
    }
    line(
        "launcher",
        run.get().launcher().pid(),
        run.get().ready() ? "ready" : "starting",
        run.get().mode());
    return run.get().ready();
  }

  private static boolean serviceLine(RunningService running) throws InterruptedException {
    Service service =
        Service.ALL.stream().filter(s -> s.name().equals(running.name())).findFirst().orElseThrow();
    var endpoint = new Endpoint(service, running.port());
    boolean alive = running.process().find().isPresent();
    try (HttpClient http = HttpClient.newHttpClient()) {
      boolean ready = alive && ServiceProcess.isReady(http, endpoint);
      line(
          running.name(),
          running.process().pid(),
          ready ? "ready" : alive ? "not ready" : "gone",
          endpoint.url());
      return ready;
    }
  }

  private static void line(String name, long pid, String state, String where) {
    System.out.printf(
        "%-22s %-10s pid %-8d %6s MiB  %s%n", name, state, pid, residentMebibytes(pid), where);
  }

  private static String residentMebibytes(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> Long.toString(Long.parseLong(line.replaceAll("\\D", "")) >> 10))
          .findFirst()
          .orElse("?");
    } catch (IOException e) {
      return "?"; // not Linux, or just gone
    }
  }
}
