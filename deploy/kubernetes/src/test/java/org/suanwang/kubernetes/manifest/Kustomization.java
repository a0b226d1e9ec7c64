package org.suanwang.kubernetes.manifest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A folder with a kustomization.yaml; knows how to have kubectl render it, nothing of its content.
 */
public record Kustomization(Path folder) {

  private static final long TIMEOUT_SECONDS = 60;

  /** The documents as kubectl prints them. */
  public String render() {
    return render("kubectl");
  }

  /** As {@link #render()}, with the name of the program to run. */
  public String render(String kubectl) {
    try {
      Path output = Files.createTempFile("kustomize", ".yaml");
      Path errors = Files.createTempFile("kustomize", ".err");
      try {
        return run(kubectl, output, errors);
      } finally {
        Files.deleteIfExists(output);
        Files.deleteIfExists(errors);
      }
    } catch (IOException e) {
      throw new IllegalStateException("Cannot read what kubectl printed for " + folder, e);
    }
  }

  private String run(String kubectl, Path output, Path errors) throws IOException {
    Process process = start(kubectl, output, errors);
    try {
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(
            "kubectl kustomize " + folder + " did not end within " + TIMEOUT_SECONDS + " s");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while kubectl rendered " + folder, e);
    }
    if (process.exitValue() != 0) {
      throw new IllegalStateException(
          "kubectl kustomize "
              + folder
              + " failed (it takes kubectl 1.30 or newer): "
              + Files.readString(errors).strip());
    }
    return Files.readString(output);
  }

  private Process start(String kubectl, Path output, Path errors) {
    try {
      // Files instead of pipes: a full pipe would stop kubectl before the timeout is looked at.
      return new ProcessBuilder(List.of(kubectl, "kustomize", folder.toString()))
          .redirectOutput(output.toFile())
          .redirectError(errors.toFile())
          .start();
    } catch (IOException e) {
      throw new IllegalStateException(
          "'"
              + kubectl
              + "' was not found: the manifests cannot be rendered. Install kubectl 1.30 or newer"
              + " ('./suanwang doctor' says what this machine lacks).",
          e);
    }
  }
}
