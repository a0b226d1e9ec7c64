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
    Optional<ProcessHandle> launcher =
        RunRecord.find(home)
            .filter(run -> LauncherLock.isTaken(home))
            .flatMap(run -> run.launcher().find());
    if (launcher.isPresent()) {
      stopLauncher(home, launcher.get());
      System.out.println("stopped");
    } else {
      System.out.println(
          cleanUp(home) ? "stopped what a killed launcher had left" : "nothing runs");
    }
    return 0;
  }

  private static void stopLauncher(LocalHome home, ProcessHandle launcher)
      throws InterruptedException {
    launcher.destroy();
    for (int i = 0; i < WAIT_SECONDS * 10 && LauncherLock.isTaken(home); i++) {
      Thread.sleep(100);
    }
    if (LauncherLock.isTaken(home)) {
      throw new LaunchException(
          "the launcher (pid "
              + launcher.pid()
              + ") still stops after "
              + WAIT_SECONDS
              + " s; its log is "
              + home.log("launcher"));
    }
  }

  private static boolean cleanUp(LocalHome home) {
    boolean services = Leftovers.stopServices(home).isPresent();
    List<LocalPostgres> postgres = LocalPostgres.find(home).stream().toList();
    postgres.forEach(LocalPostgres::stop);
    return services || !postgres.isEmpty();
  }
}
