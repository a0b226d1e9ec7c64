package org.suanwang.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.suanwang.scheduling.testing.Runner;

/**
 * Whole event logs that were read by hand once and are kept. Tests run with {@code
 * -Dsuanwang.golden.update=true} write them anew; read the difference.
 */
final class GoldenLogs {
  private GoldenLogs() {}

  static void check(String name, Runner run) throws IOException {
    String log = run.log() + "hash " + run.hash + "\n";
    if (Boolean.getBoolean("suanwang.golden.update")) {
      Files.writeString(Path.of("src/test/resources/golden", name + ".txt"), log);
    }
    try (InputStream kept = GoldenLogs.class.getResourceAsStream("/golden/" + name + ".txt")) {
      assertThat(kept).as("golden log " + name).isNotNull();
      if (kept != null) {
        assertThat(log).isEqualTo(new String(kept.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
  }
}
