package org.suanwang.scheduling.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.experiment.Experiment;
import org.suanwang.scheduling.experiment.ExperimentReport;
import org.suanwang.scheduling.experiment.ExperimentReports;
import org.suanwang.scheduling.experiment.Experiments;
import org.suanwang.scheduling.experiment.RunRow;

/** What an experiment found: a table of its runs, and the policies compared. */
@Path("/v1/experiments/{id}/results")
@Tag(name = "Experiments")
@RunOnVirtualThread
public class ExperimentResultsResource {
  private final Experiments experiments;
  private final ExperimentReports reports;

  ExperimentResultsResource(Experiments experiments, ExperimentReports reports) {
    this.experiments = experiments;
    this.reports = reports;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Produces({MediaType.APPLICATION_JSON, TableForm.CSV_TYPE, TableForm.ARROW_TYPE})
  @Operation(
      operationId = "getExperimentResults",
      summary =
          "The runs, one a row, and the policies compared in pairs; as CSV or Arrow, by format or Accept, all"
              + " rows")
  @APIResponse(
      responseCode = "200",
      description = "What the runs that completed so far show; the others are listed",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ExperimentResultsView.class),
            examples = @ExampleObject(name = "results", value = ExperimentExamples.RESULTS)),
        @Content(
            mediaType = TableForm.CSV_TYPE,
            schema = @Schema(implementation = String.class),
            examples = @ExampleObject(name = "table", value = ExperimentExamples.TABLE)),
        @Content(
            mediaType = TableForm.ARROW_TYPE,
            schema = @Schema(implementation = String.class, format = "binary"),
            examples = @ExampleObject(name = "stream", value = DetailExamples.STREAM))
      })
  @APIResponse(
      responseCode = "400",
      description = "No such baseline, workload or fleet in this experiment")
  @APIResponse(responseCode = "404", description = "No such experiment")
  public Response results(
      @Context Request request,
      @RestPath String id,
      @RestQuery @Nullable String baseline,
      @RestQuery @Nullable String workload,
      @RestQuery @Nullable String fleet,
      @RestQuery @Nullable String cursor,
      @RestQuery @Nullable String limit,
      @RestQuery @Parameter(description = TableForm.PARAMETER) @Nullable String format) {
    TableForm form = TableForm.choose(request, format);
    Paging paging = Paging.read(cursor, limit, form.isTable());
    Experiment experiment = experiments.require(id);
    var choice = new ExperimentReport.Choice(baseline, workload, fleet);
    if (form.isTable()) {
      ExperimentReport.requireKnown(experiment.spec(), choice);
      return form.answer(
          RunRowTable.of(id, reports.rows(experiment), paging.from(), paging.limit()));
    }
    ExperimentReport report = reports.report(experiment, choice);
    List<RunRow> rows = reports.rows(experiment);
    return Response.ok(ExperimentResultsView.of(id, experiment.state(), report, rows, paging))
        .type(MediaType.APPLICATION_JSON_TYPE)
        .build();
  }
}
