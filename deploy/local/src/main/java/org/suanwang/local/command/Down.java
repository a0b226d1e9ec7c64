package org.suanwang.local.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.suanwang.local.LaunchException;
import org.suanwang.local.home.LauncherLock;
import org.suanwang.local.home.LocalHome;
import org.suanwang.local.home.RunRecord;
import org.suanwang.local.postgres.LocalPostgres;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops everything that a launcher started, also when that launcher was killed. */
@Command(name = "down", mixinStandardHelpOptions = true, description = "Stops everything.")
public final class Down implements Callable<Integer> {
  private static final int WAIT_SECONDS = 60;

  @Mixin private Places places = new Places();

  @Override
  public Integer call() throws InterruptedException {
    LocalHome home = places.home();
    if (LauncherLock.isTaken(home)) {
      stopLauncher(home);
      System.out.println("stopped");
    } else {
      System.out.println(
          cleanUp(home) ? "stopped what a killed launcher had left" : "nothing runs");
    }
    return 0;
  }

  /** The lock says that a launcher lives; its record, which names it, may come a moment later. */
  private static void stopLauncher(LocalHome home) throws InterruptedException {
    boolean asked = false;
    for (int i = 0; i < WAIT_SECONDS * 10 && LauncherLock.isTaken(home); i++) {
      if (!asked) {
        asked = launcher(home).map(ProcessHandle::destroy).orElse(false);
      }
      Thread.sleep(100);
    }
    if (LauncherLock.isTaken(home)) {
      throw new LaunchException(
          "the launcher still stops after %d s; its log is %s"
              .formatted(WAIT_SECONDS, home.log("launcher")));
    }
  }

  private static Optional<ProcessHandle> launcher(LocalHome home) {
    return RunRecord.find(home).flatMap(run -> run.launcher().find());
  }

  private static boolean cleanUp(LocalHome home) {
    boolean services = Leftovers.stopServices(home).isPresent();
    List<LocalPostgres> postgres = LocalPostgres.find(home).stream().toList();
    postgres.forEach(LocalPostgres::stop);
    return services || !postgres.isEmpty();
  }
}
