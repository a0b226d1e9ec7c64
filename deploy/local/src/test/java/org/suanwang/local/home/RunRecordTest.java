package org.suanwang.local.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suanwang.local.LaunchException;
import org.suanwang.local.home.RunRecord.RunningProcess;
import org.suanwang.local.home.RunRecord.RunningService;

class RunRecordTest {
  @TempDir Path folder;

  @Test
  void written_isFoundAgain() {
    LocalHome home = LocalHome.open(folder);
    RunningProcess self = RunningProcess.of(ProcessHandle.current());
    var run = new RunRecord(self, true, "jvm", List.of(new RunningService("a", 1, self)));

    run.write(home);

    assertThat(RunRecord.find(home)).contains(run);
    RunRecord.delete(home);
    assertThat(RunRecord.find(home)).isEmpty();
  }

  @Test
  void pidOfALaterProcess_isNotTakenForOurs() {
    RunningProcess self = RunningProcess.of(ProcessHandle.current());
    var reused = new RunningProcess(self.pid(), self.startedEpochMillis() - 1000);

    assertThat(self.find()).isPresent();
    assertThat(reused.find()).isEmpty();
  }

  @Test
  void damagedFile_saysWhatToDo() throws IOException {
    LocalHome home = LocalHome.open(folder);
    Files.writeString(home.run(), "{");

    assertThatThrownBy(() -> RunRecord.find(home))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("run.json is damaged")
        .hasMessageContaining("delete it");
  }

  @Test
  void secondLauncher_isRefusedUntilTheFirstIsGone() {
    LocalHome home = LocalHome.open(folder);
    LauncherLock first = LauncherLock.take(home);

    assertThat(LauncherLock.isTaken(home)).isTrue();
    assertThatThrownBy(() -> LauncherLock.take(home))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("runs already");

    first.close();
    assertThat(LauncherLock.isTaken(home)).isFalse();
  }

  @Test
  void folderThatIsAFile_saysWhatToDo() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(() -> LocalHome.open(file))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("SUANWANG_HOME");
  }
}
