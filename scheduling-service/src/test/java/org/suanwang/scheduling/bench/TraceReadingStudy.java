package org.suanwang.scheduling.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.cluster.Pool;
import org.suanwang.scheduling.inference.RequestTable;
import org.suanwang.scheduling.load.RecordedRequests;
import org.suanwang.scheduling.load.RecordedWorkload;
import org.suanwang.scheduling.load.TraceFormat;
import org.suanwang.scheduling.load.TraceOptions;
import org.suanwang.scheduling.load.Unpacked;
import org.suanwang.scheduling.testing.Fleets;
import org.suanwang.scheduling.testing.Runner;
import org.suanwang.scheduling.workload.JobTable;

/** Reads every trace at hand and prints sums that other tools can count again. */
final class TraceReadingStudy {
  private TraceReadingStudy() {}

  static void run() throws IOException {
    jobs("philly", "philly_82k.csv", "philly", Map.of());
    jobs("philly", "philly_82k.csv", "philly", Map.of("widerJobs", "cap"));
    jobs("swf", "lublin_256.swf", "swf", Map.of());
    jobs("swf", "NASA-iPSC-1993-3.1-cln.swf.zip", "swf", Map.of());
    jobs("openb-2023", "openb_pod_list_default.csv", "openb", Map.of());
    requests("azure-llm-2023", "AzureLLMInferenceTrace_conv.csv", RecordedRequests::loadAzure);
    requests("mooncake", "conversation_trace.jsonl", RecordedRequests::loadMooncake);
    BoundedHeapReading.run();
  }

  private static void jobs(String folder, String file, String format, Map<String, String> given)
      throws IOException {
    Optional<Path> path = find(folder, file);
    if (path.isEmpty()) {
      return;
    }
    TraceFormat known = TraceFormat.find(format).orElseThrow();
    Findings findings = new Findings();
    TraceOptions options = TraceOptions.read(given, known.options(), format, findings);
    findings.throwIfAny();
    long start = cpuNanos();
    try (InputStream in = Files.newInputStream(path.get())) {
      RecordedWorkload read = known.loadWorkload(in, options);
      double seconds = (cpuNanos() - start) / 1e9;
      System.out.printf("%s %s %s: %s; %.2f CPU-s%n", format, file, given, sums(read), seconds);
      if (format.equals("philly") && !given.isEmpty()) {
        simulate(read.jobs());
      }
    }
  }

  private static void requests(
      String folder, String file, Function<Reader, RecordedRequests> reader) throws IOException {
    Optional<Path> path = find(folder, file);
    if (path.isEmpty()) {
      return;
    }
    try (Reader in = open(path.get())) {
      RecordedRequests read = reader.apply(in);
      RequestTable requests = read.requests();
      long prompt = 0;
      long output = 0;
      for (int i = 0; i < requests.size(); i++) {
        prompt += requests.promptTokens(i);
        output += requests.outputTokens(i);
      }
      System.out.printf(
          "%s: %d requests, prompts %d, outputs %d tokens, from %s to %d us later%n",
          file,
          requests.size(),
          prompt,
          output,
          read.epoch(),
          requests.arrivalMicros(requests.size() - 1));
    }
  }

  /**
   * On as many nodes as other simulators were given: the makespan must be theirs, 9,408,754 s. Then
   * with turns for its virtual clusters, and on fewer nodes, where jobs wait.
   */
  private static void simulate(JobTable jobs) {
    simulate(jobs, 1_523, "fifo-first-fit");
    for (int nodes : List.of(1_523, 50)) {
      for (String fairness : List.of("drf", "fair-share", "fair-tree")) {
        simulate(jobs, nodes, fairness + "-fifo-skip-first-fit");
      }
    }
  }

  private static void simulate(JobTable jobs, int nodes, String policy) {
    Pool pool = new Pool("device", nodes, 8, 0, 0, null);
    Fleet fleet = Fleets.of(new Hub("hub", "hub", null, List.of(pool)));
    long start = cpuNanos();
    Runner run = Runner.runWithoutLog(fleet, jobs, policy);
    System.out.printf(
        Locale.ROOT,
        "on %,d nodes of 8, %s: makespan %d s, %d events; %.2f CPU-s%n",
        nodes,
        policy,
        run.end.lastEventSeconds(),
        run.end.events(),
        (cpuNanos() - start) / 1e9);
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static String sums(RecordedWorkload read) {
    JobTable jobs = read.jobs();
    long work = 0;
    long devices = 0;
    double deviceSeconds = 0;
    for (int job = 0; job < jobs.size(); job++) {
      work += jobs.workSeconds(job);
      devices += jobs.milliDevices(job);
      deviceSeconds += jobs.milliDevices(job) / 1e3 * jobs.workSeconds(job);
    }
    return "%d jobs, run times %d s, devices %.3f, work %.0f device.s, from %s, left out %s, changed %s"
        .formatted(
            jobs.size(),
            work,
            devices / 1e3,
            deviceSeconds,
            read.epoch(),
            read.leftOut(),
            read.changed());
  }

  private static Optional<Path> find(String folder, String file) {
    Optional<Path> path =
        Traces.find(folder)
            .map(t -> t.folder().resolve(folder).resolve(file))
            .filter(Files::isRegularFile);
    if (path.isEmpty()) {
      System.out.println(Traces.MISSING.formatted(folder) + " with " + file);
    }
    return path;
  }

  private static Reader open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    return new InputStreamReader(Unpacked.of(in), StandardCharsets.UTF_8.newDecoder());
  }
}
