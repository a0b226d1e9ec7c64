package org.suanwang.local.command;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.suanwang.local.Main;

/** The launcher as users have it: a process of its own with exit code and output. */
record Launcher(Path folder, int basePort) {
  private static final int WAIT_SECONDS = 60;

  /** What a call printed on both streams, and its exit code. */
  record Answer(int exitCode, String text) {}

  static Launcher in(Path folder) throws IOException {
    return new Launcher(folder, freePorts());
  }

  Path home() {
    return folder.resolve("home");
  }

  Path checkout() {
    return folder.resolve("checkout");
  }

  Answer up(String... more) throws IOException, InterruptedException {
    return finish(start("up", upOptions(more)));
  }

  Process upInForeground() throws IOException {
    return start("up", upOptions("--no-job"));
  }

  Answer status() throws IOException, InterruptedException {
    return finish(start("status", List.of()));
  }

  Answer down() throws IOException, InterruptedException {
    return finish(start("down", List.of()));
  }

  private List<String> upOptions(String... more) {
    var options = new ArrayList<>(List.of("--native", "--postgres-port=0"));
    options.add("--base-port=" + basePort);
    options.addAll(List.of(more));
    return options;
  }

  private Process start(String command, List<String> options) throws IOException {
    var line = new ArrayList<String>();
    line.addAll(List.of(FakeCheckout.java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    // The tests' class path holds another log manager, which complains when it is not the one.
    line.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
    line.addAll(List.of("-cp", FakeCheckout.classPath(), Main.class.getName(), command));
    line.add("--checkout=" + checkout());
    line.add("--home=" + home());
    line.addAll(options);
    return new ProcessBuilder(line)
        .redirectErrorStream(true)
        .redirectOutput(output().toFile())
        .start();
  }

  /** Waits for its end, so that a launcher that hangs fails a test instead of holding it up. */
  Answer finish(Process process) throws IOException, InterruptedException {
    if (!process.waitFor(WAIT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the launcher did not end; it printed " + printed());
    }
    return new Answer(process.exitValue(), printed());
  }

  String printed() throws IOException {
    return Files.readString(output(), StandardCharsets.UTF_8);
  }

  private Path output() {
    return folder.resolve("output");
  }

  /** The first of three free ports in a row. */
  private static int freePorts() throws IOException {
    int first;
    do {
      try (var any = new ServerSocket(0)) {
        first = any.getLocalPort();
      }
    } while (!isFree(first + 1) || !isFree(first + 2));
    return first;
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }
}
