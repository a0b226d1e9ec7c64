package org.suanwang.catalog.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Programs of the machine that the benchmarks compare with. */
final class Tools {
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s*([0-9.]+)");
  private static final String ERRORS = "Non-2xx";

  private Tools() {}

  /** Where a program is; administrators' folders are often not on the path of others. */
  static Optional<Path> find(String program) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.concat(
            Arrays.stream(path.split(File.pathSeparator, -1)),
            Stream.of("/usr/sbin", "/usr/local/sbin"))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Requests a second that 16 connections of one thread of wrk get answered. */
  static double wrk(Path wrk, String url, int seconds) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(wrk.toString(), "-t1", "-c16", "-d" + seconds + "s", url)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    Matcher rate = RATE.matcher(said);
    if (!rate.find() || said.contains(ERRORS)) {
      throw new IllegalStateException(
          String.format(Locale.ROOT, "wrk got no good answers from %s: %s", url, said));
    }
    return Double.parseDouble(rate.group(1));
  }
}
