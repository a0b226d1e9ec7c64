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
import org.suanwang.market.goalseek.GoalSeek;
import org.suanwang.market.scenario.Assumptions;
import org.suanwang.market.scenario.ModelLibrary;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.sensitivity.SobolAnalysis;
import org.suanwang.market.sensitivity.SobolIndices;
import org.suanwang.market.sensitivity.SobolRequest;
import org.suanwang.market.sensitivity.Tornado;
import org.suanwang.market.uncertainty.UncertainModel;
import org.suanwang.market.uncertainty.UncertaintyRequest;
import org.suanwang.market.uncertainty.UncertaintyResult;

/** How sure the numbers of a model are, what they hang on, and what it takes to reach one. */
@Path("/v1")
@Tag(name = "analysis", description = "How sure numbers are, and what they hang on")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
// They compute for long: on threads of the platform, which others are not kept waiting for.
@Blocking
public class AnalysisResource {
  private final ModelLibrary library;
  private final AnalysisRunner runner;
  private final MarketMeters meters;

  AnalysisResource(ModelLibrary library, AnalysisRunner runner, MarketMeters meters) {
    this.library = library;
    this.runner = runner;
    this.meters = meters;
  }

  @POST
  @RolesAllowed(Roles.ANALYST)
  @Path("/uncertainties")
  @Produces({MediaType.APPLICATION_JSON, CsvTable.TEXT_CSV})
  @Operation(summary = "Draw worlds, and tell what outputs are over all of them")
  @APIResponse(
      responseCode = "200",
      description = "Mean, quantiles, histogram, distribution and convergence of each output",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = UncertaintyBody.class),
            examples = @ExampleObject(name = "fee", value = AnalysisExamples.UNCERTAINTY_ANSWER)),
        @Content(
            mediaType = CsvTable.TEXT_CSV,
            schema = @Schema(type = SchemaType.STRING),
            examples = @ExampleObject(name = "fee", value = AnalysisCsv.UNCERTAINTY_EXAMPLE))
      })
  @APIResponse(ref = Problem.INVALID)
  @APIResponse(ref = Problem.NOT_FOUND)
  @APIResponse(ref = Problem.UNAVAILABLE)
  public UncertaintyBody uncertainty(
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = UncertaintyQuestion.class),
                      examples =
                          @ExampleObject(name = "fee", value = AnalysisExamples.UNCERTAINTY)))
          @Valid
          @NotNull
          UncertaintyQuestion question) {
    UncertaintyRequest request = question.read(library.require(question.model()));
    UncertaintyResult result = runner.uncertainty(request, meters);
    return UncertaintyBody.of(question, result);
  }

  @POST
  @RolesAllowed(Roles.ANALYST)
  @Path("/sensitivities")
  @Produces({MediaType.APPLICATION_JSON, CsvTable.TEXT_CSV})
  @Operation(summary = "Tell which inputs outputs hang on: tornado, elasticities, Sobol indices")
  @APIResponse(
      responseCode = "200",
      description = "A tornado for each output, and Sobol indices when asked for",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = SensitivityBody.class),
            examples = @ExampleObject(name = "fee", value = AnalysisExamples.SENSITIVITY_ANSWER)),
        @Content(
            mediaType = CsvTable.TEXT_CSV,
            schema = @Schema(type = SchemaType.STRING),
            examples = @ExampleObject(name = "fee", value = AnalysisCsv.SENSITIVITY_EXAMPLE))
      })
  @APIResponse(ref = Problem.INVALID)
  @APIResponse(ref = Problem.NOT_FOUND)
  @APIResponse(ref = Problem.UNAVAILABLE)
  public SensitivityBody sensitivity(
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = SensitivityQuestion.class),
                      examples =
                          @ExampleObject(name = "fee", value = AnalysisExamples.SENSITIVITY)))
          @Valid
          @NotNull
          SensitivityQuestion question) {
    PublishedModel published = library.require(question.model());
    Assumptions assumptions = question.assumptions(published);
    List<Tornado> tornadoes =
        meters.analysis(
            "tornado",
            () ->
                Tornado.of(
                    UncertainModel.of(published, assumptions, question.outputs()),
                    question.readSwing()));
    List<SobolIndices> indices = indices(question, published, assumptions);
    return SensitivityBody.of(question, published, tornadoes, indices);
  }

  private List<SobolIndices> indices(
      SensitivityQuestion question, PublishedModel published, Assumptions assumptions) {
    if (question.sobol() == null) {
      return List.of();
    }
    SobolRequest request = question.sobol().read(published, assumptions, question.outputs());
    return Inputs.renamed(
        field -> field.startsWith("outputs") ? field : "sobol." + field,
        () ->
            meters.analysis(
                "sobol",
                () ->
                    runner.run(
                        (workers, progress) -> SobolAnalysis.run(request, workers, progress))));
  }

  @POST
  @RolesAllowed(Roles.ANALYST)
  @Path("/goal-seeks")
  @Operation(summary = "Find the value of a parameter that gives an output a wanted value")
  @APIResponse(
      responseCode = "200",
      description = "All solutions in the interval, or what the output is there",
      content =
          @Content(
              schema = @Schema(implementation = GoalSeekBody.class),
              examples = @ExampleObject(name = "fee", value = AnalysisExamples.GOAL_SEEK_ANSWER)))
  @APIResponse(ref = Problem.INVALID)
  @APIResponse(ref = Problem.NOT_FOUND)
  @APIResponse(ref = Problem.UNAVAILABLE)
  public GoalSeekBody goalSeek(
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = GoalSeekQuestion.class),
                      examples = @ExampleObject(name = "fee", value = AnalysisExamples.GOAL_SEEK)))
          @Valid
          @NotNull
          GoalSeekQuestion question) {
    PublishedModel published = library.require(question.model());
    return GoalSeekBody.of(
        question,
        published,
        meters.analysis("goal-seek", () -> GoalSeek.run(question.read(published))));
  }
}
