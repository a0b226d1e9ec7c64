package org.suanwang.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suanwang.kubernetes.manifest.Kustomization;

class KustomizationTest {

  @Test
  void kubectlMissing_failsAndSaysWhatToInstall() {
    assertThatThrownBy(() -> new Kustomization(Path.of(Rendered.OVERLAY)).render("no-such-kubectl"))
        .hasMessageContaining("'no-such-kubectl' was not found")
        .hasMessageContaining("Install kubectl")
        .hasMessageContaining("./suanwang doctor");
  }

  @Test
  void folderWithoutKustomization_failsWithWhatKubectlSays(@TempDir Path empty) {
    assertThatThrownBy(() -> new Kustomization(empty).render())
        .hasMessageContaining(empty.toString())
        .hasMessageContaining("kustomization.yaml");
  }

  @Test
  void sameFolderRenderedTwice_givesTheSameBytes() {
    String again = new Kustomization(Path.of(Rendered.OVERLAY)).render();

    assertThat(again).isEqualTo(Rendered.text(Rendered.OVERLAY));
  }
}
