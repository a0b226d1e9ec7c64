package org.suanwang.scheduling.rest;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.experiment.Run;
import org.suanwang.scheduling.experiment.RunState;
import org.suanwang.scheduling.experiment.Runs;
import org.suanwang.scheduling.experiment.SimulationResult;

/**
 * The time series of simulations as a Prometheus would answer, so that Grafana shows them with the
 * data source it has built in. Times are simulated ones. It is no Prometheus: of the query language
 * it knows one metric of one or several simulations.
 */
@Path("/v1/prometheus/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dashboards", description = "Time series of simulations, in the form of Prometheus")
@RunOnVirtualThread
@RegisterForReflection(
    targets = {PrometheusResource.SeriesView.class, PrometheusResource.SampleView.class})
public class PrometheusResource {
  /** What Grafana asks to see whether a data source answers. */
  private static final String PROBE = "1+1";

  private static final String SUCCESS = "success";
  private static final String NAME = "__name__";
  private static final String SIMULATION = "simulation";
  private static final List<String> LABELS =
      List.of(NAME, "fleet", "policy", SIMULATION, "workload");
  private static final int SIMULATIONS_LISTED_MAX = 100;

  private final Runs runs;

  PrometheusResource(Runs runs) {
    this.runs = runs;
  }

  /** A list of names. */
  public record NamesView(String status, List<String> data) {}

  /** A list of series, each by its labels. */
  public record SeriesListView(String status, List<Map<String, String>> data) {}

  /** The values of several series. */
  public record ValuesView(String status, SeriesResultView data) {}

  /** Of the kind {@code matrix}, {@code vector} or {@code scalar}. */
  public record SeriesResultView(String resultType, Object result) {}

  /** One series; a value is its time in seconds and a number as text. */
  public record SeriesView(Map<String, String> metric, List<List<Object>> values) {}

  /** One series at one time. */
  public record SampleView(Map<String, String> metric, List<Object> value) {}

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/query_range")
  @Operation(
      operationId = "queryRange",
      summary = "A metric of simulations from one simulated time to another",
      description =
          "query is a metric with the simulation in braces. A simulation that is not completed has"
              + " no values.")
  @APIResponse(responseCode = "200", description = "A series for each simulation")
  @APIResponse(responseCode = "404", description = "No such simulation")
  public ValuesView queryRange(
      @RestQuery @Parameter(required = true) @Nullable String query,
      @RestQuery @Parameter(description = "Seconds since 1970, or an instant", required = true)
          @Nullable String start,
      @RestQuery @Parameter(description = "Likewise", required = true) @Nullable String end,
      @RestQuery @Parameter(description = "Seconds, or as 15s", required = true)
          @Nullable String step,
      @RestQuery @Nullable String timeout,
      @RestQuery @Nullable String limit) {
    SampleTimes times = SampleTimes.read(start, end, step);
    SeriesSelector selector = SeriesSelector.read("query", Objects.requireNonNullElse(query, ""));
    List<SeriesView> result = new ArrayList<>();
    for (String id : selector.simulations()) {
      Run run = runs.require(id);
      List<List<Object>> values = values(run, selector.metric(), times);
      if (!values.isEmpty()) {
        result.add(new SeriesView(labels(run, selector.metric()), values));
      }
    }
    return new ValuesView(SUCCESS, new SeriesResultView("matrix", result));
  }

  private static List<List<Object>> values(Run run, SeriesMetric metric, SampleTimes times) {
    SimulationResult kept = run.result();
    List<List<Object>> values = new ArrayList<>();
    if (kept != null) {
      times.forEach(
          kept.timeSeries(),
          run.epoch(),
          (time, point) -> {
            Double value = metric.of(point);
            if (value != null) {
              values.add(List.of(time, Double.toString(value)));
            }
          });
    }
    return values;
  }

  private static Map<String, String> labels(Run run, SeriesMetric metric) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put(NAME, metric.metricName());
    labels.put("fleet", run.spec().fleet());
    labels.put("policy", run.spec().policy());
    labels.put(SIMULATION, run.id());
    labels.put("workload", run.spec().workload());
    return labels;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/query")
  @Operation(
      operationId = "queryInstant",
      summary = "A metric of simulations at one simulated time",
      description = "1+1 is answered too: it is how Grafana tests a data source.")
  @APIResponse(responseCode = "200", description = "A value for each simulation that has one then")
  public ValuesView query(
      @RestQuery @Parameter(required = true) @Nullable String query,
      @RestQuery @Parameter(description = "Seconds since 1970, or an instant", required = true)
          @Nullable String time,
      @RestQuery @Nullable String timeout,
      @RestQuery @Nullable String limit) {
    SampleTimes times = SampleTimes.read(time, time, "1");
    String asked = Objects.requireNonNullElse(query, "");
    if (asked.replace(" ", "").equals(PROBE)) {
      return new ValuesView(
          SUCCESS, new SeriesResultView("scalar", List.of(times.startSeconds(), "2")));
    }
    SeriesSelector selector = SeriesSelector.read("query", asked);
    List<SampleView> result = new ArrayList<>();
    for (String id : selector.simulations()) {
      Run run = runs.require(id);
      values(run, selector.metric(), times)
          .forEach(v -> result.add(new SampleView(labels(run, selector.metric()), v)));
    }
    return new ValuesView(SUCCESS, new SeriesResultView("vector", result));
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/labels")
  @Operation(operationId = "listSeriesLabels", summary = "The labels of the series")
  @APIResponse(responseCode = "200", description = "Their names")
  public NamesView labels(
      @RestQuery("match[]") @Nullable String match,
      @RestQuery @Nullable String start,
      @RestQuery @Nullable String end,
      @RestQuery @Nullable String limit) {
    return new NamesView(SUCCESS, LABELS);
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/label/{label}/values")
  @Operation(
      operationId = "listSeriesLabelValues",
      summary = "The values of a label: all metrics, or the newest 100 completed simulations")
  @APIResponse(responseCode = "200", description = "The values")
  public NamesView labelValues(
      @RestPath String label,
      @RestQuery("match[]") @Nullable String match,
      @RestQuery @Nullable String start,
      @RestQuery @Nullable String end,
      @RestQuery @Nullable String limit) {
    if (label.equals(NAME)) {
      return new NamesView(SUCCESS, SeriesMetric.names());
    }
    if (!LABELS.contains(label)) {
      return new NamesView(SUCCESS, List.of());
    }
    return new NamesView(
        SUCCESS,
        newest().stream()
            .map(run -> labels(run, SeriesMetric.ALLOCATION).get(label))
            .distinct()
            .toList());
  }

  private List<Run> newest() {
    return runs.page(RunState.COMPLETED, null, SIMULATIONS_LISTED_MAX).items();
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/series")
  @Operation(
      operationId = "listSeries",
      summary = "The series of the newest 100 completed simulations, or of those in match[]")
  @APIResponse(responseCode = "200", description = "Their labels")
  public SeriesListView series(
      @RestQuery("match[]") @Parameter(required = true) @Nullable String match,
      @RestQuery @Nullable String start,
      @RestQuery @Nullable String end,
      @RestQuery @Nullable String limit) {
    String asked = Objects.requireNonNullElse(match, "");
    SeriesMetric metric = SeriesMetric.find(asked.strip()).orElse(null);
    if (metric != null) {
      return new SeriesListView(SUCCESS, newest().stream().map(r -> labels(r, metric)).toList());
    }
    SeriesSelector selector = SeriesSelector.read("match[]", asked);
    return new SeriesListView(
        SUCCESS,
        selector.simulations().stream()
            .map(id -> labels(runs.require(id), selector.metric()))
            .toList());
  }
}
