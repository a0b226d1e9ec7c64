package org.suanwang.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromtoolTest {

  @Test
  void promtoolMissing_failsAndSaysWhatToInstall() {
    assertThatThrownBy(() -> new Promtool("no-such-promtool").run("--version"))
        .hasMessageContaining("'no-such-promtool' was not found")
        .hasMessageContaining("apt-get install prometheus")
        .hasMessageContaining("./suanwang doctor");
  }

  @Test
  void brokenRule_isNotAccepted(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("broken.yml");
    Files.writeString(file, "groups: [{name: a, rules: [{record: b, expr: 'sum by job (up)'}]}]");

    Promtool.Answer answer = new Promtool().run("check", "rules", file.toString());

    assertThat(answer.accepted()).isFalse();
    assertThat(answer.output()).contains("parse error");
  }
}
