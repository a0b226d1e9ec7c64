package org.suanwang.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DockerfileTest {

  @ParameterizedTest
  @ValueSource(strings = {"images/Dockerfile.jvm", "images/Dockerfile.native"})
  void baseImage_isAnArgumentWithAFixedTag(String file) throws IOException {
    assertThat(instructions(file, "FROM")).containsExactly("FROM ${BASE_IMAGE}");
    assertThat(instructions(file, "ARG").getFirst())
        .matches("ARG BASE_IMAGE=[a-z/.-]+:[0-9a-z.-]+")
        .doesNotContain(":latest");
  }

  @ParameterizedTest
  @ValueSource(strings = {"images/Dockerfile.jvm", "images/Dockerfile.native"})
  void imageRunsAsTheUserOfTheManifests(String file) throws IOException {
    Long user =
        Rendered.overlay().workloads().stream()
            .filter(w -> w.name().equals("scheduling-service"))
            .findFirst()
            .orElseThrow()
            .pod()
            .getSecurityContext()
            .getRunAsUser();

    assertThat(instructions(file, "USER")).containsExactly("USER " + user + ":" + user);
  }

  @ParameterizedTest
  @ValueSource(strings = {"images/Dockerfile.jvm", "images/Dockerfile.native"})
  void entryPoint_isTheProgramItself(String file) throws IOException {
    // In the exec form it is process 1 and gets SIGTERM; a shell in between would swallow it.
    assertThat(instructions(file, "ENTRYPOINT")).singleElement().asString().contains("[\"");
    assertThat(instructions(file, "CMD")).isEmpty();
  }

  private static List<String> instructions(String file, String name) throws IOException {
    return Files.readAllLines(Path.of(file)).stream()
        .filter(l -> l.startsWith(name + " "))
        .toList();
  }
}
