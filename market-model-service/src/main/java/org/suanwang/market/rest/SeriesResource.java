package org.suanwang.market.rest;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.suanwang.market.evaluation.Evaluation;
import org.suanwang.market.model.Family;
import org.suanwang.market.scenario.ModelLibrary;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.uncertainty.UncertaintyRequest;
import org.suanwang.market.uncertainty.UncertaintyResult;

/** Quantities of a model year by year. */
@Path("/v1/series")
@Tag(name = "series", description = "Quantities of a model year by year")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SeriesResource {
  private final ModelLibrary library;
  private final AnalysisRunner runner;
  private final MarketMeters meters;

  SeriesResource(ModelLibrary library, AnalysisRunner runner, MarketMeters meters) {
    this.library = library;
    this.runner = runner;
    this.meters = meters;
  }

  @POST
  @RolesAllowed(Roles.ANALYST)
  @RunOnVirtualThread
  @Produces({MediaType.APPLICATION_JSON, CsvTable.TEXT_CSV})
  @Operation(
      summary = "Evaluate quantities year by year under a scenario and overrides",
      description = "As JSON, or as CSV with Accept: text/csv.")
  @APIResponse(
      responseCode = "200",
      description = "A series for each quantity and unit",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = SeriesBody.class),
            examples = @ExampleObject(name = "market", value = SeriesExamples.SERIES_ANSWER)),
        @Content(
            mediaType = CsvTable.TEXT_CSV,
            schema = @Schema(type = SchemaType.STRING),
            examples = @ExampleObject(name = "market", value = SeriesCsv.EXAMPLE))
      })
  @APIResponse(ref = Problem.INVALID)
  @APIResponse(ref = Problem.NOT_FOUND)
  @APIResponse(ref = Problem.UNAVAILABLE)
  public SeriesBody series(
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = SeriesRequest.class),
                      examples = @ExampleObject(name = "market", value = SeriesExamples.SERIES)))
          @Valid
          @NotNull
          SeriesRequest request) {
    PublishedModel model = library.require(request.model());
    List<Family> families = request.readFamilies(model);
    Evaluation evaluation =
        Inputs.renamed(
            YearRange::called,
            () ->
                meters.evaluation(
                    model, request.readMode(), () -> request.evaluate(model, families)));
    return SeriesBody.of(request, evaluation, families);
  }

  @POST
  @RolesAllowed(Roles.ANALYST)
  @Path("/uncertainties")
  @Blocking
  @Produces({MediaType.APPLICATION_JSON, CsvTable.TEXT_CSV})
  @Operation(summary = "Draw worlds, and tell what quantities are year by year over all of them")
  @APIResponse(
      responseCode = "200",
      description = "Mean, standard deviation and quantiles of each year",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = SeriesUncertaintyBody.class),
            examples = @ExampleObject(name = "capacity", value = SeriesExamples.BANDS_ANSWER)),
        @Content(
            mediaType = CsvTable.TEXT_CSV,
            schema = @Schema(type = SchemaType.STRING),
            examples = @ExampleObject(name = "capacity", value = SeriesCsv.BANDS_EXAMPLE))
      })
  @APIResponse(ref = Problem.INVALID)
  @APIResponse(ref = Problem.NOT_FOUND)
  @APIResponse(ref = Problem.UNAVAILABLE)
  public SeriesUncertaintyBody uncertainty(
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = SeriesUncertaintyQuestion.class),
                      examples = @ExampleObject(name = "capacity", value = SeriesExamples.BANDS)))
          @Valid
          @NotNull
          SeriesUncertaintyQuestion question) {
    PublishedModel model = library.require(question.model());
    List<Family> families = question.readFamilies(model);
    UncertaintyRequest request = question.read(model, families);
    UncertaintyResult result =
        Inputs.renamed(YearRange::called, () -> runner.uncertainty(request, meters));
    return SeriesUncertaintyBody.of(question, result, families);
  }
}
