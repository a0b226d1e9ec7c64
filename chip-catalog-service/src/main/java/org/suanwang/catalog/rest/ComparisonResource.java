package org.suanwang.catalog.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.catalog.CurrentCatalog;
import org.suanwang.catalog.catalog.PublishedCatalog;
import org.suanwang.catalog.query.Comparison;
import org.suanwang.catalog.rest.Views.ResolvedView;
import org.suanwang.catalog.rest.Views.VersionView;

/** Accelerators side by side. */
@Path("/v1/comparisons")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "questions")
@NonBlocking
class ComparisonResource {
  private final CurrentCatalog current;

  ComparisonResource(CurrentCatalog current) {
    this.current = current;
  }

  @Schema(name = "ComparisonRequest")
  record Request(
      @NotNull @Size(min = 2, max = Comparison.ACCELERATORS_MAX)
          List<@NotBlank @Size(max = 100) String> accelerators) {}

  @Schema(name = "ComparisonCell")
  record Cell(
      String accelerator,
      @Schema(examples = "KNOWN") String state,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String circuit,
      @Nullable ResolvedView resolved) {
    static Cell of(Comparison.Cell c) {
      return new Cell(
          c.accelerator(),
          c.resolved() == null ? "UNKNOWN" : "KNOWN",
          c.circuit() == null ? null : c.circuit().name(),
          ResolvedView.of(c.resolved()));
    }
  }

  @Schema(name = "ComparisonRow")
  record Row(
      String attribute,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String precision,
      List<Cell> cells) {
    static Row of(Comparison.Row r) {
      return new Row(
          r.attribute(),
          r.precision() == null ? null : r.precision().name(),
          r.cells().stream().map(Cell::of).toList());
    }
  }

  @Schema(name = "ComparedAccelerator")
  record Compared(String id, String name) {}

  @Schema(name = "Comparison")
  record Answer(VersionView catalogVersion, List<Compared> accelerators, List<Row> rows) {}

  @POST
  @RolesAllowed(Roles.ANALYST)
  @Operation(
      operationId = "compareAccelerators",
      summary = "Put accelerators side by side",
      description = "Dense peaks by precision, each with the circuits that reach it; then memory.")
  public Answer compare(
      @Valid
          @NotNull
          @RequestBody(
              content =
                  @Content(
                      examples =
                          @ExampleObject(
                              name = "figure-11",
                              summary = "The pair of the report's figure 11",
                              value =
                                  """
                                  {"accelerators":["hygon-shensuan-1","nvidia-a100-80gb-sxm"]}""")))
          Request request) {
    PublishedCatalog published = current.require();
    Comparison comparison = Comparison.of(published.catalog(), request.accelerators());
    return new Answer(
        VersionView.of(published.version()),
        comparison.accelerators().stream().map(a -> new Compared(a.id(), a.name())).toList(),
        comparison.rows().stream().map(Row::of).toList());
  }
}
