package org.suanwang.local.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.suanwang.local.LaunchException;
import org.suanwang.local.home.LauncherLock;
import org.suanwang.local.home.LocalHome;
import org.suanwang.local.home.RunRecord;

/** Runs {@code up} in a process of its own and shows what it prints until it is ready. */
final class Detached {
  private static final long POLL_MILLIS = 100;

  private final Places places;
  private final LocalHome home;
  private final List<String> options;

  Detached(Places places, LocalHome home, List<String> options) {
    this.places = places;
    this.home = home;
    this.options = options;
  }

  int run() throws InterruptedException {
    if (LauncherLock.isTaken(home)) {
      LauncherLock.take(home); // says what to do
    }
    Path log = home.log("launcher");
    Process launcher = start(log);
    long shown = 0;
    long shownProgress = 0;
    while (launcher.isAlive() && !isReady(launcher)) {
      Thread.sleep(POLL_MILLIS);
      shown = show(log, shown, System.out);
      shownProgress = show(progressLog(), shownProgress, System.err);
    }
    show(log, shown, System.out);
    show(progressLog(), shownProgress, System.err);
    return launcher.isAlive() ? 0 : launcher.exitValue();
  }

  private Process start(Path log) {
    var command = new ArrayList<String>();
    // A session of its own, so that Ctrl-C at this terminal does not reach it.
    command.add("setsid");
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // The options of this JVM: the one that stays is to be as small.
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), "org.suanwang.local.Main", "up"));
    command.add("--checkout=" + places.checkout().root());
    command.add("--home=" + home.root());
    command.addAll(options);
    try {
      Files.deleteIfExists(log);
      Files.deleteIfExists(progressLog());
      // Kept apart, so that --json prints the result alone on standard output here too.
      return new ProcessBuilder(command)
          .redirectOutput(log.toFile())
          .redirectError(progressLog().toFile())
          .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
          .start();
    } catch (IOException e) {
      throw new LaunchException("cannot start in the background: " + e.getMessage(), e);
    }
  }

  private Path progressLog() {
    return home.log("launcher-errors");
  }

  private boolean isReady(Process launcher) {
    return RunRecord.find(home)
        .filter(RunRecord::ready)
        .filter(run -> run.launcher().pid() == launcher.pid())
        .isPresent();
  }

  /** Prints what the log holds beyond {@code from} bytes and returns its length. */
  private static long show(Path log, long from, PrintStream to) {
    try (var file = new RandomAccessFile(log.toFile(), "r")) {
      byte[] news = new byte[Math.toIntExact(file.length() - from)];
      file.seek(from);
      file.readFully(news);
      to.print(new String(news, StandardCharsets.UTF_8));
      to.flush();
      return from + news.length;
    } catch (IOException e) {
      return from;
    }
  }
}
