package org.suanwang.scheduling.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.inference.FluidModel;
import org.suanwang.scheduling.inference.FluidResult;
import org.suanwang.scheduling.inference.InferenceService;
import org.suanwang.scheduling.inference.MeasuredRow;
import org.suanwang.scheduling.inference.Objectives;
import org.suanwang.scheduling.inference.Replica;
import org.suanwang.scheduling.inference.ReplicaPerformance;
import org.suanwang.scheduling.inference.ReplicaPlace;
import org.suanwang.scheduling.inference.RequestClass;
import org.suanwang.scheduling.inference.RequestRate;
import org.suanwang.scheduling.inference.RequestSimulation;
import org.suanwang.scheduling.inference.RequestTable;
import org.suanwang.scheduling.inference.Router;
import org.suanwang.scheduling.inference.ScalingRule;
import org.suanwang.scheduling.inference.ServingInput;
import org.suanwang.scheduling.inference.ServingResult;
import org.suanwang.scheduling.inference.ServingTimes;
import org.suanwang.scheduling.inference.StepClock;
import org.suanwang.scheduling.inference.TokenLengths;
import org.suanwang.scheduling.load.RequestFormat;
import org.suanwang.scheduling.workload.RequestGenerator;

/**
 * How many replicas recorded requests need for their objectives, one by one and as a fluid, with
 * the measurements that Splitwise published; and requests per CPU second.
 */
final class InferenceStudy {
  private static final PrintStream OUT = System.out;
  private static final int RUNS = 5;
  private static final double MILLIS = 1e3;

  /** Llama 2 70B in half precision on eight devices of 80 GB: see docs/inference.md. */
  private static final long CACHE_TOKENS = 1_330_566;

  private InferenceStudy() {}

  static void run() throws IOException {
    Optional<Traces> rows = Traces.find("splitwise");
    if (rows.isEmpty()) {
      OUT.println("inference " + Traces.MISSING.formatted("splitwise"));
      return;
    }
    ReplicaPerformance performance = splitwise(rows.get().folder(), "llama2-70b", "h100-80gb", 8);
    Replica replica = new Replica(performance, 64, 2048, CACHE_TOKENS);
    study(
        "azure-llm-2023",
        "AzureLLMInferenceTrace_conv.csv",
        RequestFormat.AZURE_LLM,
        replica,
        new Objectives(2, 0.1, 0.99),
        List.of(1, 2, 3, 4, 6));
    study(
        "mooncake",
        "conversation_trace.jsonl",
        RequestFormat.MOONCAKE,
        replica,
        new Objectives(30, 0.1, 0.99),
        List.of(4, 6, 8, 10, 12, 16));
    speed("drawn, 100 replicas", drawn(), replica, 100);
  }

  private static ReplicaPerformance splitwise(
      Path traces, String model, String hardware, int tensorParallel) throws IOException {
    List<MeasuredRow> rows = new ArrayList<>();
    Path file = traces.resolve("splitwise").resolve("splitwise_perf_model.csv");
    try (BufferedReader in = Files.newBufferedReader(file)) {
      List<String> header = Arrays.asList(in.readLine().split(",", -1));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        List<String> fields = Arrays.asList(line.split(",", -1));
        if (fields.get(header.indexOf("model")).equals(model)
            && fields.get(header.indexOf("hardware")).equals(hardware)
            && number(header, fields, "tensor_parallel") == tensorParallel) {
          rows.add(
              new MeasuredRow(
                  (int) number(header, fields, "prompt_size"),
                  (int) number(header, fields, "batch_size"),
                  number(header, fields, "prompt_time") / MILLIS,
                  number(header, fields, "token_time") / MILLIS));
        }
      }
    }
    return ReplicaPerformance.measured(rows, "Splitwise, " + model + " on " + hardware);
  }

  private static double number(List<String> header, List<String> fields, String column) {
    return Double.parseDouble(fields.get(header.indexOf(column)));
  }

  private static void study(
      String folder,
      String file,
      RequestFormat format,
      Replica replica,
      Objectives objectives,
      List<Integer> counts)
      throws IOException {
    Optional<Traces> traces = Traces.find(folder);
    if (traces.isEmpty()) {
      OUT.println(folder + " " + Traces.MISSING.formatted(folder));
      return;
    }
    RequestTable requests;
    Path path = traces.get().folder().resolve(folder).resolve(file);
    try (InputStream in = Files.newInputStream(path)) {
      requests = format.load(in).requests();
    }
    OUT.printf("%s: %,d requests, %s%n", file, requests.size(), objectives);
    OUT.printf(
        "%8s %-18s %10s %9s %9s %9s %9s %9s %10s%n",
        "replicas",
        "router",
        "attainment",
        "TTFT p50",
        "TTFT p99",
        "TPOT p50",
        "TPOT p99",
        "E2E p99",
        "goodput/s");
    for (int count : counts) {
      for (Router router : Router.values()) {
        show(requests, replica, count, router, objectives);
      }
      fluid(requests, replica, count, objectives);
    }
    speed(file, requests, replica, counts.getLast());
  }

  private static void show(
      RequestTable requests, Replica replica, int count, Router router, Objectives objectives) {
    ServingInput input = new ServingInput(requests, replica, count, router);
    ServingResult r =
        ServingResult.of(RequestSimulation.run(input, Checkpoint.NONE), count, objectives);
    OUT.printf(
        Locale.ROOT,
        "%8d %-18s %10.4f %9.3f %9.3f %9.4f %9.4f %9.2f %10.3f%n",
        count,
        router,
        r.attainment(),
        r.ttft().p50(),
        r.ttft().p99(),
        r.tpot().p50(),
        r.tpot().p99(),
        r.endToEnd().p99(),
        r.goodputPerSecond());
  }

  private static void fluid(
      RequestTable requests, Replica replica, int count, Objectives objectives) {
    int step = 60;
    int steps = (int) (requests.arrivalMicros(requests.size() - 1) / 1_000_000 / step) + 1;
    RequestClass one =
        RequestClass.recorded("all", requests, new StepClock(0, step, steps), objectives);
    InferenceService service =
        new InferenceService(
            "all",
            "llama2-70b",
            new ReplicaPlace("h100-80gb", 1, 8, null, false, 0, "default"),
            replica,
            ScalingRule.fixed(count),
            new StepClock(0, step, steps),
            1e9,
            List.of(one));
    double[] serving = new double[steps];
    Arrays.fill(serving, (double) count * step);
    int[] wanted = new int[steps];
    Arrays.fill(wanted, count);
    FluidResult result = FluidModel.evaluate(service, wanted, ServingTimes.nearby(serving));
    OUT.printf(
        Locale.ROOT,
        "%8d %-18s %10.4f   mean TTFT %.3f, mean TPOT %.4f%n",
        count,
        "fluid",
        result.attainment(),
        result.classes().getFirst().ttftSecondsMean(),
        result.classes().getFirst().tpotSecondsMean());
  }

  private static RequestTable drawn() {
    RequestClass chat =
        new RequestClass(
            "chat",
            TokenLengths.of(1000, 1),
            TokenLengths.of(200, 1),
            RequestRate.constant(300),
            new Objectives(2, 0.1, 0.99));
    return RequestGenerator.draw(
        List.of(chat), new StepClock(0, 60, 60), 42, 2_000_000, Checkpoint.NONE);
  }

  private static void speed(String name, RequestTable requests, Replica replica, int replicas) {
    double best = Double.MAX_VALUE;
    for (int run = 0; run < RUNS; run++) {
      long before = cpuNanos();
      ServingInput input = new ServingInput(requests, replica, replicas, Router.LEAST_OUTSTANDING);
      ServingResult.of(
          RequestSimulation.run(input, Checkpoint.NONE), replicas, new Objectives(1, 1, 1));
      best = Math.min(best, (cpuNanos() - before) / 1e9);
    }
    OUT.printf(
        Locale.ROOT,
        "speed, %s, %d replicas: %,d requests in %.3f CPU-s: %,.0f requests/CPU-s%n",
        name,
        replicas,
        requests.size(),
        best,
        requests.size() / best);
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
