package org.suanwang.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Prometheus' own checker; knows how to run it and what it answered. */
record Promtool(String program) {

  private static final long TIMEOUT_SECONDS = 60;

  /**
   * What promtool answered.
   *
   * @param accepted true when it found nothing wrong
   * @param output all it printed
   */
  record Answer(boolean accepted, String output) {}

  Promtool() {
    this("promtool");
  }

  Answer run(String... arguments) {
    try {
      Path output = Files.createTempFile("promtool", ".txt");
      try {
        return run(List.of(arguments), output);
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      throw new IllegalStateException("Cannot read what promtool printed", e);
    }
  }

  private Answer run(List<String> arguments, Path output) throws IOException {
    Process process = start(arguments, output);
    try {
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(
            "promtool " + arguments + " did not end within " + TIMEOUT_SECONDS + " s");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while promtool ran", e);
    }
    return new Answer(process.exitValue() == 0, Files.readString(output));
  }

  private Process start(List<String> arguments, Path output) {
    List<String> command = new ArrayList<>();
    command.add(program);
    command.addAll(arguments);
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(output.toFile())
          .start();
    } catch (IOException e) {
      throw new IllegalStateException(
          "'"
              + program
              + "' was not found: rules and queries cannot be checked. On Debian: apt-get install"
              + " prometheus ('./suanwang doctor' says what this machine lacks).",
          e);
    }
  }
}
