package org.suanwang.local.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.suanwang.local.LaunchException;

/**
 * The checkout that the services were built in: knows where what Maven built lies.
 *
 * @param root its top folder
 */
public record Checkout(Path root) {
  /**
   * The command that runs a service, built for the JVM or natively.
   *
   * @param classArchive where the JVM keeps the service's classes, parsed and linked, between runs
   */
  public List<String> command(Service service, boolean nativeMode, Path classArchive) {
    return nativeMode ? nativeCommand(service) : jvmCommand(service, classArchive);
  }

  private List<String> jvmCommand(Service service, Path classArchive) {
    Path jar = target(service).resolve("quarkus-app").resolve("quarkus-run.jar");
    requireBuilt(jar, "./suanwang up builds it");
    forgetIfOlder(classArchive, jar);
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + service.heapMegabytesMax() + "m");
    // Two cores run three services: the serial collector costs the least memory and start-up.
    command.add("-XX:+UseSerialGC");
    // Written when the first run after a build ends: more than halves the later starts.
    command.add("-XX:+AutoCreateSharedArchive");
    command.add("-XX:SharedArchiveFile=" + classArchive);
    command.add("-jar");
    command.add(jar.toString());
    return command;
  }

  /** The JVM neither uses nor renews an archive of another build. */
  private static void forgetIfOlder(Path classArchive, Path jar) {
    try {
      if (Files.exists(classArchive)
          && Files.getLastModifiedTime(classArchive).compareTo(Files.getLastModifiedTime(jar))
              < 0) {
        Files.delete(classArchive);
      }
    } catch (IOException e) {
      throw new LaunchException(
          classArchive + " is older than its service and cannot be deleted", e);
    }
  }

  private List<String> nativeCommand(Service service) {
    Path executable = nativeExecutable(service);
    return List.of(executable.toString(), "-Xmx" + service.heapMegabytesMax() + "m");
  }

  private Path nativeExecutable(Service service) {
    String remedy = "./suanwang native " + service.name() + " builds it";
    try (Stream<Path> files = Files.list(target(service))) {
      return files
          .filter(f -> f.getFileName().toString().endsWith("-runner") && Files.isExecutable(f))
          .findFirst()
          .orElseThrow(() -> missing(target(service).resolve("*-runner"), remedy));
    } catch (IOException e) {
      throw missing(target(service), remedy);
    }
  }

  private Path target(Service service) {
    return root.resolve(service.name()).resolve("target");
  }

  private static void requireBuilt(Path file, String remedy) {
    if (!Files.exists(file)) {
      throw missing(file, remedy);
    }
  }

  private static LaunchException missing(Path file, String remedy) {
    return new LaunchException(file + " is not there; " + remedy);
  }
}
