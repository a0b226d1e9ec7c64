package org.suanwang.market.rest;

import io.smallrye.common.annotation.Blocking;
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
import org.suanwang.market.backtest.BackTest;
import org.suanwang.market.backtest.BackTestRequest;
import org.suanwang.market.backtest.BackTestResult;
import org.suanwang.market.scenario.ModelLibrary;
import org.suanwang.market.scenario.PublishedModel;

/** How well a model's forecasts foresaw what came. */
@Path("/v1/back-tests")
@Tag(name = "analysis")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
// It computes for long: on threads of the platform, which others are not kept waiting for.
@Blocking
public class BackTestResource {
  private final ModelLibrary library;
  private final AnalysisRunner runner;
  private final MarketMeters meters;

  BackTestResource(ModelLibrary library, AnalysisRunner runner, MarketMeters meters) {
    this.library = library;
    this.runner = runner;
    this.meters = meters;
  }

  @POST
  @RolesAllowed(Roles.ANALYST)
  @Produces({MediaType.APPLICATION_JSON, CsvTable.TEXT_CSV})
  @Operation(summary = "Set a model's forecasts beside what became of them, with CRPS and PIT")
  @APIResponse(
      responseCode = "200",
      description = "Each forecast with what was counted afterwards, by whom, and its scores",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = BackTestBody.class),
            examples = @ExampleObject(name = "racks", value = BackTestExamples.ANSWER)),
        @Content(
            mediaType = CsvTable.TEXT_CSV,
            schema = @Schema(type = SchemaType.STRING),
            examples = @ExampleObject(name = "racks", value = AnalysisCsv.BACK_TEST_EXAMPLE))
      })
  @APIResponse(ref = Problem.INVALID)
  @APIResponse(ref = Problem.NOT_FOUND)
  @APIResponse(ref = Problem.UNAVAILABLE)
  public BackTestBody backTest(
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = BackTestQuestion.class),
                      examples = @ExampleObject(name = "racks", value = BackTestExamples.QUESTION)))
          @Valid
          @NotNull
          BackTestQuestion question) {
    PublishedModel published = library.require(question.model());
    BackTestRequest request = question.read(published);
    List<BackTestResult> results =
        meters.analysis(
            "back-test",
            () -> runner.run((workers, progress) -> BackTest.run(request, workers, progress)));
    return BackTestBody.of(published, question, results);
  }
}
