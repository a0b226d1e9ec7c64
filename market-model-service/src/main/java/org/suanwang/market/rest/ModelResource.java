package org.suanwang.market.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.evaluation.ModelFindings;
import org.suanwang.market.model.Finding;
import org.suanwang.market.scenario.ModelLibrary;

/** The published models. */
@Path("/v1/models")
@Tag(name = "models", description = "Published models: parameters, variables, scenarios, findings")
@Produces(MediaType.APPLICATION_JSON)
public class ModelResource {
  private static final String YAML = DocumentText.YAML;
  private static final int LIMIT_MAX = 1000;

  private final ModelLibrary library;

  ModelResource(ModelLibrary library) {
    this.library = library;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @RunOnVirtualThread
  @Operation(summary = "List the models, each in its newest version")
  @APIResponse(
      responseCode = "200",
      description = "A page of models",
      content =
          @Content(
              schema = @Schema(implementation = Page.class),
              examples = @ExampleObject(name = "models", value = Examples.MODELS_ANSWER)))
  @APIResponse(ref = Problem.INVALID)
  @APIResponse(ref = Problem.UNAVAILABLE)
  public Page<ModelSummary> list(
      @QueryParam("cursor") @Nullable @Size(max = 20) String cursor,
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(LIMIT_MAX) int limit) {
    return Page.of(library.list(), cursor, limit, ModelSummary::of);
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/{id}")
  @RunOnVirtualThread
  @Operation(summary = "A model in full: parameters with sources, variables with formulas")
  @APIResponse(
      responseCode = "200",
      description = "The model",
      content =
          @Content(
              schema = @Schema(implementation = ModelBody.class),
              examples = @ExampleObject(name = "model", value = Examples.MODEL_ANSWER)))
  @APIResponse(ref = Problem.INVALID)
  @APIResponse(ref = Problem.NOT_FOUND)
  @APIResponse(ref = Problem.UNAVAILABLE)
  public ModelBody get(@PathParam("id") @Size(max = 100) String id) {
    return ModelBody.of(library.require(id));
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/{id}/document")
  @Produces({YAML, MediaType.APPLICATION_JSON})
  @RunOnVirtualThread
  @Operation(
      summary = "A model as the document that it could be published from",
      description =
          "As YAML, or as JSON with Accept: application/json. A model that was posted as one document"
              + " is that very text as YAML, and has the same version when it is posted again.")
  @APIResponse(
      responseCode = "200",
      description = "The document, as POST /v1/models takes it under an id that is free",
      content = {
        @Content(
            mediaType = YAML,
            schema = @Schema(type = SchemaType.OBJECT),
            examples = @ExampleObject(name = "model", value = Examples.MODEL_POST)),
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(type = SchemaType.OBJECT),
            examples = @ExampleObject(name = "model", value = Examples.MODEL_POST_JSON))
      })
  @APIResponse(ref = Problem.INVALID)
  @APIResponse(ref = Problem.NOT_FOUND)
  @APIResponse(ref = Problem.CONFLICT)
  @APIResponse(ref = Problem.UNAVAILABLE)
  public DocumentText.Answer document(@PathParam("id") @Size(max = 100) String id) {
    return new DocumentText.Answer(library.document(id));
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/{id}/findings")
  @RunOnVirtualThread
  @Operation(
      summary = "What a reader of the model must be told: roundings that decide, contradictions")
  @APIResponse(
      responseCode = "200",
      description = "A page of findings",
      content =
          @Content(
              schema = @Schema(implementation = Page.class),
              examples = @ExampleObject(name = "findings", value = Examples.FINDINGS_ANSWER)))
  @APIResponse(ref = Problem.INVALID)
  @APIResponse(ref = Problem.NOT_FOUND)
  @APIResponse(ref = Problem.UNAVAILABLE)
  public Page<FindingBody> findings(
      @PathParam("id") @Size(max = 100) String id,
      @QueryParam("cursor") @Nullable @Size(max = 20) String cursor,
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(LIMIT_MAX) int limit) {
    List<Finding> findings = ModelFindings.find(library.require(id));
    return Page.of(findings, cursor, limit, FindingBody::of);
  }

  @POST
  @RolesAllowed(Roles.OPERATOR)
  @Consumes({MediaType.APPLICATION_JSON, YAML})
  @RunOnVirtualThread
  @Operation(summary = "Publish a model of your own; every version stays as it is for ever")
  @APIResponse(
      responseCode = "201",
      description = "Published; Location names the version",
      content =
          @Content(
              schema = @Schema(implementation = ModelSummary.class),
              examples = @ExampleObject(name = "published", value = Examples.MODEL_POST_ANSWER)))
  @APIResponse(
      responseCode = "200",
      description = "This version was published before",
      content =
          @Content(
              schema = @Schema(implementation = ModelSummary.class),
              examples = @ExampleObject(name = "published", value = Examples.MODEL_POST_ANSWER)))
  @APIResponse(ref = Problem.INVALID)
  @APIResponse(ref = Problem.CONFLICT)
  @APIResponse(ref = Problem.UNAVAILABLE)
  public Response publish(
      @HeaderParam("Idempotency-Key") @Nullable @Size(min = 1, max = 200) String idempotencyKey,
      @RequestBody(
              description = "The model as JSON or YAML",
              content = {
                @Content(
                    mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(type = SchemaType.OBJECT),
                    examples = @ExampleObject(name = "model", value = Examples.MODEL_POST_JSON)),
                @Content(
                    mediaType = YAML,
                    schema = @Schema(type = SchemaType.OBJECT),
                    examples = @ExampleObject(name = "model", value = Examples.MODEL_POST))
              })
          @NotNull
          byte[] document) {
    String text = Utf8.read("model.yaml", document);
    return Published.answer(library.publish(text, idempotencyKey));
  }
}
