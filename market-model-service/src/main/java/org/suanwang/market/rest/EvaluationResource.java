package org.suanwang.market.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.suanwang.market.evaluation.Evaluation;
import org.suanwang.market.scenario.ModelLibrary;
import org.suanwang.market.scenario.PublishedModel;

/** Numbers of a model, and the reasons behind them. */
@Path("/v1")
@Tag(name = "evaluation", description = "Numbers of a model, and the reasons behind them")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class EvaluationResource {
  private final ModelLibrary library;
  private final MarketMeters meters;

  EvaluationResource(ModelLibrary library, MarketMeters meters) {
    this.library = library;
    this.meters = meters;
  }

  @POST
  @RolesAllowed(Roles.ANALYST)
  @Path("/evaluations")
  @RunOnVirtualThread
  @Produces({MediaType.APPLICATION_JSON, CsvTable.TEXT_CSV})
  @Operation(
      summary = "Evaluate a model under a scenario and overrides",
      description = "As JSON, or without the findings as CSV with Accept: text/csv.")
  @APIResponse(
      responseCode = "200",
      description = "The numbers, in the order asked",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = EvaluationBody.class),
            examples = {
              @ExampleObject(name = "fee", value = Examples.EVALUATION_ANSWER),
              @ExampleObject(name = "bound", value = BoundExamples.ANSWER)
            }),
        @Content(
            mediaType = CsvTable.TEXT_CSV,
            schema = @Schema(type = SchemaType.STRING),
            examples = @ExampleObject(name = "fee", value = EvaluationCsv.EXAMPLE))
      })
  @APIResponse(ref = Problem.INVALID)
  @APIResponse(ref = Problem.NOT_FOUND)
  @APIResponse(ref = Problem.UNAVAILABLE)
  public EvaluationBody evaluate(
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = EvaluationRequest.class),
                      examples = {
                        @ExampleObject(name = "fee", value = Examples.EVALUATION),
                        @ExampleObject(name = "unrounded", value = Examples.UNROUNDED),
                        @ExampleObject(name = "bound", value = BoundExamples.QUESTION)
                      }))
          @Valid
          @NotNull
          EvaluationRequest request) {
    return EvaluationBody.of(request, run(request));
  }

  @POST
  @RolesAllowed(Roles.ANALYST)
  @Path("/explanations")
  @RunOnVirtualThread
  @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
  @Operation(
      summary = "Explain numbers: formulas, values, sources and roundings as a tree",
      description = "As JSON, or with Accept: text/plain as indented text that a person reads.")
  @APIResponse(
      responseCode = "200",
      description = "A tree for each output",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ExplanationBody.class),
            examples = @ExampleObject(name = "growth", value = Examples.EXPLANATION_ANSWER)),
        @Content(
            mediaType = MediaType.TEXT_PLAIN,
            schema = @Schema(type = SchemaType.STRING),
            examples = @ExampleObject(name = "growth", value = ExplanationText.EXAMPLE))
      })
  @APIResponse(ref = Problem.INVALID)
  @APIResponse(ref = Problem.NOT_FOUND)
  @APIResponse(ref = Problem.UNAVAILABLE)
  public ExplanationBody explain(
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = EvaluationRequest.class),
                      examples = @ExampleObject(name = "growth", value = Examples.EXPLANATION)))
          @Valid
          @NotNull
          EvaluationRequest request) {
    return ExplanationBody.of(request, run(request));
  }

  private Evaluation run(EvaluationRequest request) {
    PublishedModel model = library.require(request.model());
    return meters.evaluation(model, request.readMode(), () -> request.evaluate(model));
  }
}
