package org.suanwang.catalog.rest;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CurrentCatalog;
import org.suanwang.catalog.catalog.PublishedCatalog;
import org.suanwang.catalog.check.NotFoundException;
import org.suanwang.catalog.query.Lineage;
import org.suanwang.catalog.rest.SubjectView.Ref;
import org.suanwang.catalog.rest.Views.VersionView;

/** Reads which generations an accelerator stands between. */
@Path("/v1/accelerators")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accelerators")
@CatalogRead
@NonBlocking
class LineageResource {
  private final CurrentCatalog current;
  private final CurrentRelations relations;

  LineageResource(CurrentCatalog current, CurrentRelations relations) {
    this.current = current;
    this.relations = relations;
  }

  @Schema(name = "LineageStep")
  record Step(
      Ref accelerator,
      @Schema(description = "How many generations, or variants, away") int steps,
      @Schema(description = "Who is said to be so", examples = "nvidia-h100-sxm") String subject,
      @Schema(examples = "succeeds") String relation,
      @Schema(description = "To whom", examples = "nvidia-a100-80gb-sxm") String target,
      @Nullable String text,
      List<String> claimIds,
      @Schema(description = "Its release, or else its announcement", examples = "2023-03")
          @Nullable String date) {
    static Step of(Catalog catalog, Lineage.Step s) {
      var dossier = catalog.findDossier(s.id()).orElseThrow();
      String released = dossier.specification().text(Plain.RELEASE_DATE);
      return new Step(
          Ref.of(dossier.subject()),
          s.steps(),
          s.through().subject(),
          s.through().kind().kind(),
          s.through().target(),
          s.through().text(),
          s.through().claimIds(),
          released == null ? dossier.specification().text(Plain.ANNOUNCEMENT_DATE) : released);
    }

    static List<Step> of(Catalog catalog, List<Lineage.Step> steps) {
      return steps.stream().map(s -> of(catalog, s)).toList();
    }
  }

  @Schema(name = "Lineage", description = "As claims tell; no claim, no relative")
  record Answer(
      VersionView catalogVersion,
      String accelerator,
      @Schema(description = "The nearest generation first") List<Step> predecessors,
      @Schema(description = "The nearest generation first") List<Step> successors,
      List<Step> variants) {}

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/{id}/lineage")
  @Operation(
      operationId = "readLineage",
      summary = "Read the generations before and after an accelerator, and its variants",
      description =
          "Along the claims about succeeds and variantOf, however many; a circle of them is walked"
              + " once, and is a finding.")
  public Answer read(@PathParam("id") @Parameter(example = "nvidia-h100-sxm") String id) {
    PublishedCatalog published = current.require();
    Catalog catalog = published.catalog();
    if (catalog.findAccelerator(id).isEmpty()) {
      throw new NotFoundException("accelerator", id, catalog.acceleratorRemedy(id));
    }
    Lineage lineage = Lineage.of(relations.of(catalog), id);
    return new Answer(
        VersionView.of(published.version()),
        id,
        Step.of(catalog, lineage.predecessors()),
        Step.of(catalog, lineage.successors()),
        Step.of(catalog, lineage.variants()));
  }
}
