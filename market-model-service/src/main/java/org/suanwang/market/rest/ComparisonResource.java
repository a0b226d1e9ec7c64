package org.suanwang.market.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.NotFoundException;
import org.suanwang.market.comparison.ModelComparison;
import org.suanwang.market.comparison.ScenarioComparison;
import org.suanwang.market.scenario.ModelLibrary;
import org.suanwang.market.scenario.ModelVersion;
import org.suanwang.market.scenario.PublishedModel;

/** Versions and scenarios of models: which there are, what differs, and one more. */
@Path("/v1/models/{id}")
@Tag(name = "models", description = "Published models: parameters, variables, scenarios, findings")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ComparisonResource {
  private static final int ID_LENGTH_MAX = 100;

  private final ModelLibrary library;
  private final ObjectMapper json;

  ComparisonResource(ModelLibrary library, ObjectMapper json) {
    this.library = library;
    this.json = json;
  }

  /** A version of a model. */
  @Schema(name = "ModelVersion")
  public record VersionBody(String version, Instant publishedAt) {
    static VersionBody of(ModelVersion version) {
      return new VersionBody(version.version(), version.publishedAt());
    }
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/versions")
  @RunOnVirtualThread
  @Operation(summary = "List the versions of a model, the newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of versions",
      content =
          @Content(
              schema = @Schema(implementation = Page.class),
              examples =
                  @ExampleObject(name = "versions", value = ComparisonExamples.VERSIONS_ANSWER)))
  @APIResponse(ref = Problem.INVALID)
  @APIResponse(ref = Problem.NOT_FOUND)
  @APIResponse(ref = Problem.UNAVAILABLE)
  public Page<VersionBody> versions(
      @PathParam("id") @Size(max = ID_LENGTH_MAX) String id,
      @QueryParam("cursor") @Nullable @Size(max = 20) String cursor,
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
    List<ModelVersion> versions = library.versions(id);
    if (versions.isEmpty()) {
      throw new NotFoundException("model", id, "GET /v1/models lists those there are");
    }
    return Page.of(versions, cursor, limit, VersionBody::of);
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/diff")
  @RunOnVirtualThread
  @Produces({MediaType.APPLICATION_JSON, CsvTable.TEXT_CSV})
  @Operation(
      summary = "Tell what differs between two versions of a model, and which outputs change",
      description = "Outputs are evaluated exactly, under the scenario, in both versions.")
  @APIResponse(
      responseCode = "200",
      description = "Every part and output that is not the same",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ComparisonBody.class),
            examples = @ExampleObject(name = "same", value = ComparisonExamples.MODEL_DIFF_ANSWER)),
        @Content(
            mediaType = CsvTable.TEXT_CSV,
            schema = @Schema(type = SchemaType.STRING),
            examples = @ExampleObject(name = "changed", value = ComparisonCsv.MODELS_EXAMPLE))
      })
  @APIResponse(ref = Problem.INVALID)
  @APIResponse(ref = Problem.NOT_FOUND)
  @APIResponse(ref = Problem.CONFLICT)
  @APIResponse(ref = Problem.UNAVAILABLE)
  public ComparisonBody diff(
      @PathParam("id") @Size(max = ID_LENGTH_MAX) String id,
      @Parameter(description = "The earlier version, 12 hex digits") @QueryParam("from")
          @Nullable String from,
      @Parameter(description = "The later version; the newest when left out") @QueryParam("to")
          @Nullable String to,
      @Parameter(description = "Under which outputs are evaluated; base when left out")
          @QueryParam("scenario")
          @Nullable
          @Size(max = 64)
          String scenario) {
    if (id.contains("@")) {
      throw new InvalidInputException(
          "id", id, "must be an id without a version", "name the versions as from and to");
    }
    PublishedModel newest = library.require(id);
    if (from == null) {
      throw new InvalidInputException(
          "from", "", "must name a version", "GET /v1/models/" + id + "/versions lists them");
    }
    PublishedModel later = to == null ? newest : version(id, to);
    return ComparisonBody.of(ModelComparison.of(version(id, from), later, scenario), scenario);
  }

  private PublishedModel version(String id, String version) {
    return library
        .find(id + "@" + version)
        .orElseThrow(
            () ->
                new NotFoundException(
                    "version of " + id,
                    version,
                    "GET /v1/models/" + id + "/versions lists those there are"));
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/scenarios/diff")
  @RunOnVirtualThread
  @Produces({MediaType.APPLICATION_JSON, CsvTable.TEXT_CSV})
  @Operation(
      summary = "Tell what two scenarios assume differently, and which outputs change by how much")
  @APIResponse(
      responseCode = "200",
      description = "Every assumption, rounding and output that is not the same",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ScenarioComparisonBody.class),
            examples =
                @ExampleObject(name = "fees", value = ComparisonExamples.SCENARIO_DIFF_ANSWER)),
        @Content(
            mediaType = CsvTable.TEXT_CSV,
            schema = @Schema(type = SchemaType.STRING),
            examples = @ExampleObject(name = "fees", value = ComparisonCsv.SCENARIOS_EXAMPLE))
      })
  @APIResponse(ref = Problem.INVALID)
  @APIResponse(ref = Problem.NOT_FOUND)
  @APIResponse(ref = Problem.CONFLICT)
  @APIResponse(ref = Problem.UNAVAILABLE)
  public ScenarioComparisonBody scenarioDiff(
      @PathParam("id") @Size(max = ID_LENGTH_MAX) String id,
      @Parameter(description = "A scenario; base when left out")
          @QueryParam("from")
          @Nullable
          @Size(max = 64)
          String from,
      @Parameter(description = "Another scenario; base when left out")
          @QueryParam("to")
          @Nullable
          @Size(max = 64)
          String to) {
    PublishedModel model = library.require(id);
    return ScenarioComparisonBody.of(model, from, to, ScenarioComparison.of(model, from, to));
  }

  @POST
  @RolesAllowed(Roles.OPERATOR)
  @Path("/scenarios")
  @RunOnVirtualThread
  @Operation(
      summary = "Add a scenario: publishes the model with it as a new version or a new model",
      description =
          "The scenario is checked as those of a posted model. An id alone means the newest version;"
              + " id@version is taken only while that version is the newest, so that no scenario"
              + " that somebody else added meanwhile is lost. With \"as\" any version will do.")
  @APIResponse(
      responseCode = "201",
      description = "Published; Location names the version",
      content =
          @Content(
              schema = @Schema(implementation = ModelSummary.class),
              examples = @ExampleObject(name = "fork", value = ComparisonExamples.FORK_ANSWER)))
  @APIResponse(
      responseCode = "200",
      description = "This version was published before",
      content =
          @Content(
              schema = @Schema(implementation = ModelSummary.class),
              examples = @ExampleObject(name = "fork", value = ComparisonExamples.FORK_ANSWER)))
  @APIResponse(ref = Problem.INVALID)
  @APIResponse(ref = Problem.NOT_FOUND)
  @APIResponse(ref = Problem.CONFLICT)
  @APIResponse(ref = Problem.UNAVAILABLE)
  public Response addScenario(
      @PathParam("id") @Size(max = ID_LENGTH_MAX) String id,
      @HeaderParam("Idempotency-Key") @Nullable @Size(min = 1, max = 200) String idempotencyKey,
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = ScenarioQuestion.class),
                      examples = @ExampleObject(name = "fork", value = ComparisonExamples.FORK)))
          @Valid
          @NotNull
          ScenarioQuestion question) {
    return Published.answer(question.addTo(library, id, json, idempotencyKey));
  }
}
