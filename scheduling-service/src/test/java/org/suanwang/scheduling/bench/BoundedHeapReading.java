package org.suanwang.scheduling.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.suanwang.scheduling.load.RecordedWorkload;
import org.suanwang.scheduling.load.TraceFormat;
import org.suanwang.scheduling.load.TraceOptions;

/** Reads a generated Philly log of 300 MB in a process whose heap is a fifth of it. */
final class BoundedHeapReading {
  private static final long BYTES = 300_000_000;
  private static final String HEAP = "-Xmx64m";

  private BoundedHeapReading() {}

  static void run() throws IOException {
    Path file = Files.createTempFile("philly", ".json");
    try {
      generate(file);
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      Process child =
          new ProcessBuilder(
                  java,
                  HEAP,
                  "-cp",
                  System.getProperty("java.class.path"),
                  BoundedHeapReading.class.getName(),
                  file.toString())
              .inheritIO()
              .start();
      int code = child.waitFor();
      if (code != 0) {
        throw new IllegalStateException("reading within " + HEAP + " ended with " + code);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      Files.delete(file);
    }
  }

  /** About as many jobs as Philly had, of three attempts on eight nodes of eight devices each. */
  private static void generate(Path file) throws IOException {
    StringBuilder detail = new StringBuilder();
    for (int node = 0; node < 8; node++) {
      detail.append(node == 0 ? "" : ", ").append("{\"ip\": \"m").append(node);
      detail.append("\", \"gpus\": [\"gpu0\"");
      for (int gpu = 1; gpu < 8; gpu++) {
        detail.append(",            \"gpu").append(gpu).append('"');
      }
      detail.append("]}");
    }
    String attempt =
        """
        {"start_time": "2017-10-07 01:12:09", "end_time": "2017-10-07 01:13:23", "detail": [%s]}"""
            .formatted(detail);
    String attempts = String.join(",\n", attempt, attempt, attempt);
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write("[");
      long written = 0;
      for (int i = 0; written < BYTES; i++) {
        String text =
            """
            %s{"status": "Pass", "vc": "v%d", "jobid": "application_%d", "user": "u",
             "submitted_time": "2017-10-07 01:11:39", "attempts": [%s]}"""
                .formatted(i == 0 ? "" : ",\n", i % 20, i, attempts);
        out.write(text);
        written += text.length();
      }
      out.write("]");
    }
  }

  /** The child: reads the file, or runs out of memory. */
  public static void main(String[] file) throws IOException {
    Path path = Path.of(file[0]);
    try (InputStream in = Files.newInputStream(path)) {
      RecordedWorkload read =
          TraceFormat.find("philly").orElseThrow().loadWorkload(in, TraceOptions.DEFAULT);
      long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      System.out.printf(
          "philly, generated: %d bytes, %d jobs within %s, %.1f CPU-s%n",
          Files.size(path), read.jobs().size(), HEAP, cpu / 1e9);
    }
  }
}
