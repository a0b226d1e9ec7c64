package org.suanwang.scheduling.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.suanwang.local.testing.PostgresTestResource;
import org.suanwang.scheduling.workload.JobTable;

/**
 * The service on the Java virtual machine and as a native executable, each in a process of its own
 * on a PostgreSQL of its own: CPU seconds of all threads for a simulation of the Philly trace, from
 * the request to the stored result, the first and the best of some more.
 */
final class ServiceSpeed {
  private static final PrintStream OUT = System.out;
  private static final Path TARGET = Path.of("scheduling-service", "target");
  private static final int RUNS = 12;
  private static final int LARGE = 1_069_211;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
  private static final Pattern STATE = Pattern.compile("\"state\":\"([A-Z]+)\"");
  private static final Pattern HASH = Pattern.compile("\"eventLogHash\":\"([0-9a-f]{8})");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process service;
  private final URI root;

  private ServiceSpeed(Process service, int port) {
    this.service = service;
    this.root = URI.create("http://127.0.0.1:" + port);
  }

  static void run() throws IOException {
    if (Traces.find("philly").isEmpty()) {
      OUT.println("service " + Traces.MISSING.formatted("philly"));
      return;
    }
    Path jar = TARGET.resolve("quarkus-app").resolve("quarkus-run.jar");
    Optional<Path> executable = executable();
    if (!Files.exists(jar)) {
      OUT.println("service: skipped, nothing is built: " + jar);
      return;
    }
    JobTable once = ScaleRun.philly();
    List<JobTable> workloads = List.of(once, ScaleRun.repeated(once, LARGE, 1));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    measure(
        "virtual machine", List.of(java, "-XX:+UseSerialGC", "-jar", jar.toString()), workloads);
    if (executable.isEmpty()) {
      OUT.println("native executable: skipped, `./suanwang native scheduling-service` builds it");
    } else {
      measure("native executable", List.of(executable.get().toString()), workloads);
    }
  }

  private static Optional<Path> executable() throws IOException {
    try (Stream<Path> built = Files.list(TARGET)) {
      return built.filter(p -> p.toString().endsWith("-runner")).findFirst();
    }
  }

  private static void measure(String name, List<String> command, List<JobTable> workloads)
      throws IOException {
    PostgresTestResource postgres = new PostgresTestResource();
    try {
      Map<String, String> database = postgres.start();
      int port = freePort();
      Process process = start(command, database, port);
      try {
        new ServiceSpeed(process, port).measure(name, workloads);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        process.destroy();
      }
    } finally {
      postgres.stop();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static Process start(List<String> command, Map<String, String> database, int port)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    database.forEach(
        (key, value) ->
            builder.environment().put(key.toUpperCase(Locale.ROOT).replace('.', '_'), value));
    builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
    builder.environment().put("SUANWANG_SIMULATION_WORKERS", "1");
    return builder
        .redirectErrorStream(true)
        .redirectOutput(TARGET.resolve("service-speed.log").toFile())
        .start();
  }

  private void measure(String name, List<JobTable> workloads)
      throws IOException, InterruptedException {
    awaitReady();
    String fleet =
        created(
            "/v1/fleets",
            "application/json",
            """
            {"name":"f","hubs":[{"id":"h","pools":[
              {"deviceType":"a","nodes":1523,"devicesPerNode":8}]}],"deviceTypes":[{"id":"a"}]}""");
    List<String> ids = new ArrayList<>();
    for (JobTable jobs : workloads) {
      ids.add(created("/v1/workloads?format=csv", "text/csv", csv(jobs)));
    }
    for (int i = 0; i < ids.size(); i++) {
      double first = 0;
      double best = Double.MAX_VALUE;
      String hash = "";
      for (int run = 0; run < RUNS; run++) {
        double before = cpuSeconds();
        hash = simulated(fleet, ids.get(i));
        double took = cpuSeconds() - before;
        first = run == 0 ? took : first;
        best = Math.min(best, took);
      }
      OUT.printf(
          Locale.ROOT,
          "%-18s %,10d jobs  first %6.2f CPU-s  best of %d more %6.2f CPU-s  %,6d MiB  %s%n",
          name,
          workloads.get(i).size(),
          first,
          RUNS - 1,
          best,
          peakMebibytes(),
          hash);
    }
  }

  private static String csv(JobTable jobs) {
    StringBuilder csv = new StringBuilder("id,submit_seconds,devices_per_task,duration_seconds\n");
    for (int job = 0; job < jobs.size(); job++) {
      csv.append('j').append(job).append(',').append(jobs.submitSeconds(job)).append(',');
      csv.append(jobs.request(job).devices() * jobs.tasks(job)).append(',');
      csv.append(jobs.workSeconds(job)).append('\n');
    }
    return csv.toString();
  }

  private void awaitReady() throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      try {
        if (get("/q/health/ready").statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // It does not listen yet.
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException(
        "the service did not become ready: " + TARGET.resolve("service-speed.log"));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(root.resolve(path)).timeout(PATIENCE).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private String created(String path, String type, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(root.resolve(path))
            .timeout(PATIENCE)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return found(ID, http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  /** Asked for rarely, because an answer costs CPU time too. */
  private String simulated(String fleet, String workload) throws IOException, InterruptedException {
    String body =
        "{\"fleet\":\"%s\",\"workload\":\"%s\",\"policy\":\"fifo-first-fit\"}"
            .formatted(fleet, workload);
    String id = created("/v1/simulations", "application/json", body);
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      Thread.sleep(250);
      String answer = get("/v1/simulations/" + id).body();
      if (found(STATE, answer).equals("COMPLETED")) {
        return found(HASH, answer);
      }
    }
    throw new IllegalStateException(id + " did not complete");
  }

  private static String found(Pattern pattern, String in) {
    Matcher matcher = pattern.matcher(in);
    if (!matcher.find()) {
      throw new IllegalStateException("no " + pattern + " in " + in);
    }
    return matcher.group(1);
  }

  private double cpuSeconds() {
    return service.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
  }

  /** The most memory the process had, as Linux counts it; 0 elsewhere. */
  private long peakMebibytes() throws IOException {
    return ScaleRun.peakMebibytes(Path.of("/proc", Long.toString(service.pid()), "status"));
  }
}
