package org.suanwang.local.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Locale;
import org.suanwang.local.LaunchException;
import org.suanwang.local.service.Endpoint;

/**
 * The chain of questions that the report asks by hand, asked of the three services: what are the
 * accelerators, how large is the demand, what happens when it meets the nodes, and how does the fee
 * that was really earned compare with the report's.
 */
public final class ReferenceJob {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MODEL = "dongwu-2024";
  private static final String DOMESTIC_DEVICE = "huawei-ascend-910";
  private static final List<String> SCENARIOS = List.of("pessimistic", "neutral", "optimistic");
  private static final List<String> POLICIES = List.of("fifo-first-fit", "fifo-best-fit");
  private static final List<String> TABLE_3 =
      List.of(
          "iaas_2022",
          "iaas_2025",
          "utilisation_2025",
          "idle_compute_2025",
          "scheduling_fee_rate",
          "scheduling_fee_2025");

  /** The report's neutral rate, so that the settled fee is comparable with its middle column. */
  private static final double COMMISSION_RATE = 0.08;

  private static final int HORIZON_DAYS = 120;
  private static final long POLL_MILLIS = 200;
  private static final long SIMULATION_WAIT_MILLIS = 300_000;

  private final Api catalog;
  private final Api market;
  private final Api scheduling;
  private final PrintStream progress;

  /**
   * @param endpoints the catalogue, the market and the scheduler, in this order
   * @param progress where a line per step goes
   */
  public ReferenceJob(HttpClient http, List<Endpoint> endpoints, PrintStream progress) {
    this.catalog = new Api(http, endpoints.get(0));
    this.market = new Api(http, endpoints.get(1));
    this.scheduling = new Api(http, endpoints.get(2));
    this.progress = progress;
  }

  public JobAnswer run() throws InterruptedException {
    ObjectNode answers = JSON.createObjectNode();
    answers.set("accelerators", accelerators());
    answers.set("schedulingFees", schedulingFees());
    answers.set("demand", demand());
    answers.set("inference", inference());
    JsonNode fleet = fleet();
    answers.set("fleet", fleet);
    JsonNode workload = workload(answers.path("demand"), answers.path("inference"));
    answers.set("workload", workload);
    answers.set("simulations", simulations(fleet, workload));
    answers.set("reconciliation", reconciliation(fleet, answers));
    return new JobAnswer(answers);
  }

  /** The accelerators of the report's figure 5: what it prints beside what is right. */
  private ObjectNode accelerators() throws InterruptedException {
    JsonNode list = catalog.get("/v1/accelerators?limit=1000");
    ArrayNode full = JSON.createArrayNode();
    for (JsonNode item : list.path("items")) {
      JsonNode detail = catalog.get("/v1/accelerators/" + item.path("id").asText());
      if (isOfFigureFive(detail)) {
        full.add(detail);
      }
    }
    step(
        "catalogue",
        list.path("total").asInt()
            + " accelerators, "
            + full.size()
            + " of them in the report's figure 5, version "
            + list.path("catalogVersion").path("id").asText());
    return JSON.createObjectNode()
        .<ObjectNode>set("catalogVersion", list.path("catalogVersion"))
        .set("items", full);
  }

  private static boolean isOfFigureFive(JsonNode accelerator) {
    for (JsonNode cell : accelerator.path("cells")) {
      if (cell.path("figure").asText().equals("figure 5")) {
        return true;
      }
    }
    return false;
  }

  private ArrayNode schedulingFees() throws InterruptedException {
    ArrayNode evaluations = JSON.createArrayNode();
    for (String scenario : SCENARIOS) {
      ObjectNode request =
          JSON.createObjectNode()
              .put("model", MODEL)
              .put("scenario", scenario)
              .put("mode", "exact");
      request.set("outputs", JSON.valueToTree(TABLE_3));
      evaluations.add(market.post("/v1/evaluations", request));
    }
    step("market model", "the report's table 3 in " + SCENARIOS.size() + " scenarios");
    return evaluations;
  }

  private JsonNode demand() throws InterruptedException {
    ObjectNode request =
        JSON.createObjectNode()
            .put("model", MODEL)
            .put("scenario", "neutral")
            .put("device", DOMESTIC_DEVICE)
            .put("start", "2025-01-01");
    JsonNode demand = market.post("/v1/demands", request);
    step("demand", demand.path("jobs").size() + " model companies on " + DOMESTIC_DEVICE);
    return demand;
  }

  /** A part of what serves, on the fleet's other devices: the trainings need all domestic ones. */
  private JsonNode inference() throws InterruptedException {
    JsonNode demand = market.post("/v1/demands", resource("inference.json"));
    step(
        "inference",
        "%,d replicas of %d %s"
            .formatted(
                demand.path("serving").path("replicas").asLong(),
                demand.path("serving").path("replicaDevices").asLong(),
                demand.path("device").asText()));
    return demand;
  }

  private JsonNode fleet() throws InterruptedException {
    JsonNode fleet = scheduling.post("/v1/fleets", resource("fleet.json"));
    step(
        "fleet",
        "%,d devices in %,d nodes"
            .formatted(fleet.path("devices").asLong(), fleet.path("nodes").asLong()));
    return fleet;
  }

  private JsonNode workload(JsonNode training, JsonNode inference) throws InterruptedException {
    ObjectNode request = resource("background.json");
    ArrayNode jobs = request.putArray("jobs");
    training.path("jobs").forEach(jobs::add);
    inference.path("jobs").forEach(jobs::add);
    JsonNode workload = scheduling.post("/v1/workloads", request);
    step("workload", "%,d jobs".formatted(workload.path("jobs").asLong()));
    return workload;
  }

  private ArrayNode simulations(JsonNode fleet, JsonNode workload) throws InterruptedException {
    ArrayNode results = JSON.createArrayNode();
    for (String policy : POLICIES) {
      ObjectNode request =
          JSON.createObjectNode()
              .put("fleet", fleet.path("id").asText())
              .put("workload", workload.path("id").asText())
              .put("policy", policy)
              .put("seed", 42)
              .put("commissionRate", COMMISSION_RATE)
              .put("horizonDays", HORIZON_DAYS);
      String id = scheduling.post("/v1/simulations", request).path("id").asText();
      results.add(((ObjectNode) await(id, policy)).put("policy", policy));
    }
    return results;
  }

  private JsonNode await(String id, String policy) throws InterruptedException {
    long deadline = System.nanoTime() + SIMULATION_WAIT_MILLIS * 1_000_000;
    while (System.nanoTime() < deadline) {
      JsonNode simulation = scheduling.get("/v1/simulations/" + id);
      switch (simulation.path("state").asText()) {
        case "COMPLETED" -> {
          step("simulation", policy + ", " + events(simulation) + " events");
          return simulation;
        }
        case "FAILED", "CANCELLED" ->
            throw new LaunchException("simulation " + id + " did not complete: " + simulation);
        default -> Thread.sleep(POLL_MILLIS);
      }
    }
    throw new LaunchException(
        "simulation " + id + " takes longer than five minutes; GET /v1/simulations/" + id);
  }

  private static String events(JsonNode simulation) {
    return String.format(Locale.ROOT, "%,d", simulation.path("progress").path("events").asLong());
  }

  private JsonNode reconciliation(JsonNode fleet, JsonNode answers) throws InterruptedException {
    ObjectNode request = JSON.createObjectNode().put("model", MODEL);
    ArrayNode rows = request.putArray("simulations");
    for (JsonNode simulation : answers.path("simulations")) {
      JsonNode result = simulation.path("result");
      ObjectNode row = rows.addObject();
      row.put("simulation", simulation.path("id").asText());
      row.put("policy", simulation.path("policy").asText());
      row.put("resultHash", result.path("eventLogHash").asText());
      row.set("utilisation", result.path("metrics").path("utilisation"));
      row.set("settledAmount", result.path("settlement").path("settledAmount"));
      row.set("fee", result.path("settlement").path("fee"));
      row.set("periodDays", result.path("periodDays"));
      row.set("fleetThroughput", fleet.path("throughput"));
      row.set("fleetCatalogVersion", fleet.path("catalogVersion"));
      row.set("demandCatalogVersion", answers.path("demand").path("catalogVersion"));
    }
    JsonNode answer = market.post("/v1/reconciliations", request);
    step("reconciliation", "bottom-up beside the report's top-down");
    return answer;
  }

  private static ObjectNode resource(String name) {
    try (InputStream in = ReferenceJob.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in the launcher's jar");
      }
      return (ObjectNode) JSON.readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException(name + " cannot be read", e);
    }
  }

  private void step(String what, String found) {
    progress.printf(Locale.ROOT, "  %-20s %s%n", what, found);
    progress.flush();
  }
}
