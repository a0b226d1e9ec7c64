package org.suanwang.local.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.FormatMethod;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** The reference job's answers as a page to read. */
final class Summary {
  private static final String RULE = "─".repeat(78);

  private final JsonNode answers;
  private final StringBuilder page = new StringBuilder();

  Summary(JsonNode answers) {
    this.answers = answers;
  }

  String render() {
    accelerators();
    fees();
    demand();
    simulations();
    reconciliation();
    return page.toString();
  }

  private void accelerators() {
    JsonNode items = answers.path("accelerators").path("items");
    long cells = cells(items, false);
    long doubtful = cells(items, true);
    title("1  The catalogue: what the report's figure 5 says, and what is right");
    line(
        "%d accelerators, %d cells as printed, %d of them wrong, ambiguous or unverified; version %s",
        items.size(),
        cells,
        doubtful,
        answers.path("accelerators").path("catalogVersion").path("id").asText());
  }

  private static long cells(JsonNode items, boolean doubtfulOnly) {
    return stream(items)
        .flatMap(item -> stream(item.path("cells")))
        .map(cell -> cell.path("status").asText())
        .filter(status -> !status.startsWith("NOT_PRINTED") && !status.startsWith("MISSING"))
        .filter(status -> !doubtfulOnly || !(status.equals("OK") || status.equals("NOT_CHECKED")))
        .count();
  }

  private void fees() {
    title("2  The market model: the report's table 3, recomputed (亿元 = 1e8 CNY)");
    for (JsonNode evaluation : answers.path("schedulingFees")) {
      line(
          "%-12s idle compute %8s × rate %3s %% = %7s, printed %s",
          evaluation.path("scenario").asText(),
          value(evaluation, "idle_compute_2025").path("printed").asText(),
          value(evaluation, "scheduling_fee_rate").path("printed").asText(),
          value(evaluation, "scheduling_fee_2025").path("exact").asText(),
          value(evaluation, "scheduling_fee_2025").path("printed").asText());
    }
  }

  private static JsonNode value(JsonNode evaluation, String variable) {
    return stream(evaluation.path("values"))
        .filter(v -> v.path("variable").asText().equals(variable))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no value for " + variable));
  }

  private void demand() {
    JsonNode demand = answers.path("demand");
    JsonNode reference = demand.path("reference");
    JsonNode equivalence = demand.path("equivalence");
    JsonNode count = equivalence.path("to").path("count");
    title("3  The demand: ten model companies, on a domestic accelerator");
    line(
        "%d companies × %,d %s × %d days = %,.0f device-hours",
        reference.path("companies").asInt(),
        reference.path("devicesPerCompany").asLong(),
        reference.path("device").asText(),
        reference.path("days").asInt(),
        demand.path("totals").path("referenceDeviceHours").path("value").asDouble());
    line(
        "one company needs %,d %s (%,d to %,d, sources disagree), bound by %s",
        count.path("value").asLong(),
        demand.path("device").asText(),
        count.path("low").asLong(),
        count.path("high").asLong(),
        equivalence.path("bindingConstraint").asText());
    inference();
  }

  private void inference() {
    JsonNode inference = answers.path("inference");
    JsonNode serving = inference.path("serving");
    line(
        "and %.4g of the %,.0f %s that serve: %,d replicas of %d %s, %d days",
        inference.path("share").path("value").asDouble(),
        serving.path("devicesInAll").asDouble(),
        serving.path("device").asText(),
        serving.path("replicas").asLong(),
        serving.path("replicaDevices").asLong(),
        inference.path("device").asText(),
        serving.path("days").asInt());
  }

  private void simulations() {
    JsonNode fleet = answers.path("fleet");
    title("4  The simulation: that demand and background jobs on a fleet of several hubs");
    line(
        "%,d devices in %d hubs, %.1f %s dense FP16; %,d jobs",
        fleet.path("devices").asLong(),
        fleet.path("hubs").isArray() ? fleet.path("hubs").size() : fleet.path("hubs").asLong(),
        fleet.path("throughput").path("value").asDouble(),
        fleet.path("throughput").path("unit").asText(),
        answers.path("workload").path("jobs").asLong());
    line(
        "%-16s %12s %10s %10s %14s %14s",
        "policy", "utilisation", "at best", "completed", "mean wait (h)", "fee (1e8 CNY)");
    for (JsonNode simulation : answers.path("simulations")) {
      simulation(simulation);
    }
  }

  private void simulation(JsonNode simulation) {
    JsonNode result = simulation.path("result");
    JsonNode metrics = result.path("metrics");
    line(
        "%-16s %11.2f%% %9.2f%% %,10d %14.1f %14.2f",
        simulation.path("policy").asText(),
        100 * metrics.path("utilisation").asDouble(),
        100 * result.path("bounds").path("allocationMax").asDouble(),
        metrics.path("jobsCompleted").asLong(),
        metrics.path("waitSecondsMean").asDouble() / 3600,
        result.path("settlement").path("fee").path("value").asDouble() / 1e8);
  }

  private void reconciliation() {
    JsonNode reconciliation = answers.path("reconciliation");
    title("5  The loop closed: scheduling fees of 2025, 亿元");
    page.append(label("scenario"));
    for (JsonNode row : reconciliation.path("topDown")) {
      page.append(cell(row.path("scenario").asText()));
    }
    page.append(System.lineSeparator()).append(label("the report, top-down"));
    for (JsonNode row : reconciliation.path("topDown")) {
      page.append(cell(row.path("fee").path("printed").asText()));
    }
    page.append(System.lineSeparator());
    for (JsonNode simulation : reconciliation.path("bottomUp")) {
      bottomUp(simulation);
    }
    page.append(System.lineSeparator());
    for (JsonNode simulation : reconciliation.path("bottomUp")) {
      measured(simulation.path("policy").asText(), simulation.path("measured"));
    }
    line("");
    line(
        "The found-utilisation rows take the report's value of compute and its fee rates, and the");
    line(
        "utilisation of the simulation in place of 100 %%. The settled fee takes nothing from the");
    line(
        "report: devices × hours × price, so its distance shows what the report's pool holds besides");
    line("accelerators, and rests on the assumed prices. --json has every assumption.");
  }

  /** The report's own chain with the utilisation that the simulation reached. */
  private void bottomUp(JsonNode simulation) {
    page.append(label("at the utilisation found by " + simulation.path("policy").asText()));
    for (JsonNode fee : simulation.path("scenarioFees")) {
      page.append(cell(fee.path("fee").path("printed").asText()));
    }
    page.append(System.lineSeparator());
  }

  /** The fee in the ledger of the simulation, made comparable with a year of the country. */
  private void measured(String policy, JsonNode measured) {
    line(
        "really settled under %s: %.2f a year, %.2f scaled to the country, at %.0f %%",
        policy,
        measured.path("annualFee").path("value").asDouble(),
        measured.path("scaledToNational").path("value").asDouble(),
        100 * measured.path("effectiveRate").asDouble());
  }

  private static String label(String text) {
    return String.format(Locale.ROOT, "%-44s", text);
  }

  private static String cell(String text) {
    return String.format(Locale.ROOT, " %12s", text);
  }

  private void title(String title) {
    page.append(System.lineSeparator())
        .append(title)
        .append(System.lineSeparator())
        .append(RULE)
        .append(System.lineSeparator());
  }

  @FormatMethod
  private void line(String format, Object... values) {
    page.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }

  private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
