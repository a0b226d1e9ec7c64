package org.suanwang.market.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import org.suanwang.market.evaluation.WorkbookChanges;
import org.suanwang.market.evaluation.WorkbookReader;
import org.suanwang.market.evaluation.WorkbookReader.OpenWorkbook;
import org.suanwang.market.evaluation.WorkbookWriter;
import org.suanwang.market.scenario.ModelLibrary;
import org.suanwang.market.scenario.PublishedModel;

/** A model as a spreadsheet, and back. */
@Path("/v1/models/{id}/workbook")
@Tag(name = "models", description = "Published models: parameters, variables, scenarios, findings")
public class WorkbookResource {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final ModelLibrary library;
  private final WorkbookWriter writer;
  private final WorkbookReader reader;
  private final ObjectMapper json;

  WorkbookResource(
      ModelLibrary library, WorkbookWriter writer, WorkbookReader reader, ObjectMapper json) {
    this.library = library;
    this.writer = writer;
    this.reader = reader;
    this.json = json;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Produces(XLSX)
  @RunOnVirtualThread
  @Operation(
      summary = "The model as a spreadsheet with live formulas, units, sources and scenarios",
      description =
          "An xlsx file with every formula over named cells and a cell to choose the scenario by."
              + " Its numbers are those of mode double until a program recalculates them. The same"
              + " version and scenario are the same bytes.")
  @APIResponse(
      responseCode = "200",
      description = "The workbook",
      content =
          @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(ref = Problem.INVALID)
  @APIResponse(ref = Problem.NOT_FOUND)
  @APIResponse(ref = Problem.UNAVAILABLE)
  public Response workbook(
      @PathParam("id") @Size(max = 100) String id,
      @Parameter(
              description = "The scenario that is chosen in the file; base when left out",
              examples = @ExampleObject(name = "neutral", value = "neutral"))
          @QueryParam("scenario")
          @Nullable
          @Size(max = 100)
          String scenario) {
    PublishedModel model = library.require(id);
    String version = model.version().id() + "-" + model.version().version();
    return Response.ok(writer.write(model, scenario))
        .header("Content-Disposition", "attachment; filename=\"" + version + ".xlsx\"")
        .build();
  }

  @POST
  @RolesAllowed(Roles.OPERATOR)
  @Consumes(XLSX)
  @Produces(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread
  @Operation(
      summary = "Take back a workbook: what was changed in it becomes a scenario of a new version",
      description =
          "Values, overrides, choices of what flows on and the scenario may be changed, in cells"
              + " with a light ground. A cell that is not for changing, or whose change has no effect"
              + " in the chosen scenario, is refused with its address. Without a change nothing is"
              + " published.")
  @APIResponse(
      responseCode = "201",
      description = "Published; Location names the version",
      content =
          @Content(
              schema = @Schema(implementation = WorkbookImportBody.class),
              examples = @ExampleObject(name = "fee", value = ComparisonExamples.IMPORT_ANSWER)))
  @APIResponse(
      responseCode = "200",
      description = "Nothing was changed, or this version was published before",
      content =
          @Content(
              schema = @Schema(implementation = WorkbookImportBody.class),
              examples = @ExampleObject(name = "fee", value = ComparisonExamples.IMPORT_ANSWER)))
  @APIResponse(ref = Problem.INVALID)
  @APIResponse(ref = Problem.NOT_FOUND)
  @APIResponse(ref = Problem.CONFLICT)
  @APIResponse(ref = Problem.UNAVAILABLE)
  public Response read(
      @PathParam("id") @Size(max = 100) String id,
      @HeaderParam("Idempotency-Key") @Nullable @Size(min = 1, max = 200) String idempotencyKey,
      @Parameter(description = "The new scenario's name; must be given when something was changed")
          @QueryParam("name")
          @Nullable
          @Size(max = 64)
          String name,
      @Parameter(
              description = "Why the values are others; must be given when something was changed")
          @QueryParam("rationale")
          @Nullable
          @Size(max = 2000)
          String rationale,
      @Parameter(
              description =
                  "The id of the new model that holds the scenario; the same when left out")
          @QueryParam("as")
          @Nullable
          @Size(max = 64)
          String as,
      @RequestBody(
              description = "The workbook of this model, changed",
              content =
                  @Content(
                      mediaType = XLSX,
                      schema = @Schema(type = SchemaType.STRING, format = "binary")))
          @NotNull
          byte[] file) {
    OpenWorkbook workbook = reader.open(file);
    PublishedModel model = origin(id, workbook);
    WorkbookChanges changes = workbook.changes(model);
    if (changes.isEmpty()) {
      return Response.ok(WorkbookImportBody.of(model, changes)).build();
    }
    var scenario = ChangedScenario.of(changes, name, rationale);
    var question = new ScenarioQuestion(as, null, scenario);
    ModelLibrary.Publication publication =
        Inputs.renamed(
            field -> ChangedScenario.place(changes, field),
            () -> question.addTo(library, reference(model), json, idempotencyKey));
    return Published.answer(publication, WorkbookImportBody.of(publication.model(), changes));
  }

  /** The version that the file was written from, if that is what the address names. */
  private PublishedModel origin(String id, OpenWorkbook workbook) {
    String written = workbook.model() + "@" + workbook.version();
    if (!id.equals(workbook.model()) && !id.equals(written)) {
      throw new InvalidInputException(
          "About!B1", written, "must be a workbook of " + id, "send it to the model it is of");
    }
    return library.require(written);
  }

  private static String reference(PublishedModel model) {
    return model.version().id() + "@" + model.version().version();
  }
}
