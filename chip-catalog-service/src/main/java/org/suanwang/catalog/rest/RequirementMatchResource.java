package org.suanwang.catalog.rest;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.PublishedCatalog;
import org.suanwang.catalog.exportcontrol.ExportControl;
import org.suanwang.catalog.query.Requirement;
import org.suanwang.catalog.query.RequirementMatching;
import org.suanwang.catalog.rest.RequirementViews.Answer;
import org.suanwang.catalog.rest.Views.VersionView;

/** Which accelerators can do a work, how many of them, and why all others cannot. */
@Path("/v1/requirement-matches")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "questions")
@NonBlocking
class RequirementMatchResource {
  private final ServedCatalogs served;
  private final CurrentRelations relations;
  private final ExportControl exportControl;
  private final Clock clock;

  RequirementMatchResource(
      ServedCatalogs served, CurrentRelations relations, ExportControl exportControl, Clock clock) {
    this.served = served;
    this.relations = relations;
    this.exportControl = exportControl;
    this.clock = clock;
  }

  @POST
  @RolesAllowed(Roles.ANALYST)
  @Operation(
      operationId = "matchRequirement",
      summary = "Which accelerators can do this, how many, and why not the others?",
      description =
          "Counts devices by compute (6 x active parameters x tokens for training, 2 x active"
              + " parameters for each token of inference), memory and memory bandwidth, at a dense"
              + " peak and a stated or claimed efficiency. Every other accelerator is listed with"
              + " every reason; what is not claimed is said to be missing, never guessed. With asOf"
              + " and knownOn by what was believed on the one day about the other.")
  public Uni<Answer> match(
      @Valid
          @NotNull
          @RequestBody(
              content =
                  @Content(
                      examples =
                          @ExampleObject(
                              name = "70b",
                              summary = "Train a 70 B model in BF16 in 30 days, domestic only",
                              value =
                                  """
                                  {"training":{"parameters":{"value":70,"unit":"1e9"},\
                                  "tokens":{"value":1400,"unit":"1e9"},\
                                  "within":{"value":30,"unit":"d"}},\
                                  "precision":"BF16","mayFallBackTo":["FP16"],\
                                  "efficiency":{"value":38,"low":30,"high":45,"unit":"%",\
                                  "source":"assumed by the asker"},\
                                  "candidates":{"countries":["CN"]}}""")))
          RequirementRequest request,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("knownOn") @Nullable String knownOn) {
    return served.ask(Viewpoint.of(asOf, knownOn), catalog -> answer(catalog.published(), request));
  }

  private Answer answer(PublishedCatalog published, RequirementRequest request) {
    Catalog catalog = published.catalog();
    Requirement requirement =
        new RequirementRequestReader(catalog, exportControl, LocalDate.now(clock)).read(request);
    var matching = new RequirementMatching(catalog, relations.of(catalog));
    return Answer.of(VersionView.of(published.version()), requirement, matching.run(requirement));
  }
}
