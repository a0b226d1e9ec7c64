package org.suanwang.catalog.rest;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.query.Comparison;
import org.suanwang.catalog.rest.ComparisonViews.Answer;
import org.suanwang.catalog.rest.Views.VersionView;

/** Accelerators and systems side by side. */
@Path("/v1/comparisons")
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, ComparisonCsv.TEXT_CSV})
@Tag(name = "questions")
@NonBlocking
class ComparisonResource {
  private final ServedCatalogs served;

  ComparisonResource(ServedCatalogs served) {
    this.served = served;
  }

  @Schema(name = "ComparisonRequest")
  record Request(
      @Schema(description = "Ids of accelerators or systems")
          @NotNull
          @Size(min = 2, max = Comparison.ACCELERATORS_MAX)
          List<@NotBlank @Size(max = 100) String> accelerators,
      @Schema(description = "The one that ratios are to; the first when left out")
          @Nullable
          @Size(max = 100)
          String reference) {}

  @POST
  @RolesAllowed(Roles.ANALYST)
  @Operation(
      operationId = "compareAccelerators",
      summary = "Put accelerators and systems side by side",
      description =
          "Dense peaks by precision, each with the circuits that reach it; memory and power; then"
              + " every attribute that any of them has. Each cell says whether it is like for like"
              + " with the reference's, or why not: sparse is never compared with dense, nor vector"
              + " with matrix circuits, nor a part with a whole; where peaks cannot be compared"
              + " but others at the same precision can, these are named. As CSV with Accept:"
              + " text/csv. With asOf and knownOn by what was believed on the one day about the"
              + " other.")
  public Uni<Answer> compare(
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
          Request request,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("knownOn") @Nullable String knownOn) {
    List<String> ids = request.accelerators();
    String reference = request.reference() == null ? ids.getFirst() : request.reference();
    return served.ask(
        Viewpoint.of(asOf, knownOn),
        catalog ->
            Answer.of(
                VersionView.of(catalog.published().version()),
                Comparison.of(catalog.published().catalog(), ids, reference)));
  }
}
