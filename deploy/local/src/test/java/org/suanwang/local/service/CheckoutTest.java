package org.suanwang.local.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suanwang.local.LaunchException;

class CheckoutTest {
  private static final Service SERVICE = Service.CATALOG;

  @TempDir private Path root;
  private Path jar;
  private Path archive;

  @BeforeEach
  void built() throws IOException {
    jar = root.resolve(SERVICE.name()).resolve("target/quarkus-app/quarkus-run.jar");
    Files.createDirectories(jar.getParent());
    Files.writeString(jar, "jar");
    archive = root.resolve("classes.jsa");
    Files.writeString(archive, "classes");
  }

  private void setArchiveAge(int secondsAfterJar) throws IOException {
    Instant built = Files.getLastModifiedTime(jar).toInstant();
    Files.setLastModifiedTime(archive, FileTime.from(built.plusSeconds(secondsAfterJar)));
  }

  @Test
  void archiveOfAnEarlierBuild_isForgotten() throws IOException {
    setArchiveAge(-1);
    new Checkout(root).command(SERVICE, false, archive);
    assertThat(archive).doesNotExist();
  }

  @Test
  void archiveOfThisBuild_isKeptAndUsed() throws IOException {
    setArchiveAge(1);
    assertThat(new Checkout(root).command(SERVICE, false, archive))
        .contains("-XX:SharedArchiveFile=" + archive);
    assertThat(archive).exists();
  }

  @Test
  void serviceThatIsNotBuilt_isTold() throws IOException {
    Files.delete(jar);
    assertThatThrownBy(() -> new Checkout(root).command(SERVICE, false, archive))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("./suanwang up builds it");
  }
}
