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
import jakarta.ws.rs.core.Variant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.experiment.Experiment;
import org.suanwang.scheduling.experiment.ExperimentReport;
import org.suanwang.scheduling.experiment.Experiments;
import org.suanwang.scheduling.experiment.RunRow;

/** What an experiment found: a table of its runs, and the policies compared. */
@Path("/v1/experiments/{id}/results")
@Tag(name = "Experiments")
@RunOnVirtualThread
public class ExperimentResultsResource {
  private static final String CSV = "text/csv";
  private static final MediaType CSV_TYPE = MediaType.valueOf(CSV);
  private static final List<Variant> VARIANTS =
      Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, CSV_TYPE).build();

  private final Experiments experiments;

  ExperimentResultsResource(Experiments experiments) {
    this.experiments = experiments;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Produces({MediaType.APPLICATION_JSON, CSV})
  @Operation(
      operationId = "getExperimentResults",
      summary =
          "The runs, one a row, and the policies compared in pairs; Accept: text/csv gives all rows"
              + " as a table")
  @APIResponse(
      responseCode = "200",
      description = "What the runs that completed so far show; the others are listed",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ExperimentResultsView.class),
            examples = @ExampleObject(name = "results", value = ExperimentExamples.RESULTS)),
        @Content(
            mediaType = CSV,
            schema = @Schema(implementation = String.class),
            examples = @ExampleObject(name = "table", value = ExperimentExamples.TABLE))
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
      @RestQuery @Nullable String limit) {
    Paging paging = Paging.read(cursor, limit);
    Experiment experiment = experiments.require(id);
    List<RunRow> rows = experiments.rows(experiment);
    Variant variant = request.selectVariant(VARIANTS);
    if (variant != null && variant.getMediaType().isCompatible(CSV_TYPE)) {
      return Response.ok(RunRowCsv.render(rows)).type(CSV + ";charset=UTF-8").build();
    }
    var choice = new ExperimentReport.Choice(baseline, workload, fleet);
    ExperimentReport report = ExperimentReport.of(experiment.spec(), rows, choice);
    return Response.ok(ExperimentResultsView.of(id, experiment.state(), report, rows, paging))
        .type(MediaType.APPLICATION_JSON_TYPE)
        .build();
  }
}
