package org.suanwang.catalog.rest;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.PublishedCatalog;
import org.suanwang.catalog.check.NotFoundException;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.rest.Views.VersionView;

/** Reads accelerators: what they can do, and how we know. */
@Path("/v1/accelerators")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accelerators")
@CatalogRead
@NonBlocking
class AcceleratorResource {
  private final ServedCatalogs served;

  AcceleratorResource(ServedCatalogs served) {
    this.served = served;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @OwnParameters
  @Operation(
      operationId = "listAccelerators",
      summary = "Search accelerators",
      description =
          "Filters take several values with commas between; regardless of case, spaces and"
              + " hyphens, with * before or after for anything. Numbers and dates take .min and"
              + " .max, as fp16.min=100 or releaseDate.max=2023-06, or one value:"
              + " GET /v1/accelerator-fields lists them. With asOf and knownOn the search is among"
              + " what was believed on the one day about the other.")
  @APIResponse(
      responseCode = "200",
      description = "A page of what was found",
      content = @Content(schema = @Schema(implementation = AcceleratorViews.Page.class)))
  public Uni<byte[]> list(
      @QueryParam("q")
          @Parameter(
              description =
                  "Words that must all stand in ids, names or aliases of the accelerator, of the"
                      + " chips that a board contains, or of its vendor, in any script; without"
                      + " sort the best match comes first",
              example = "昇腾")
          @Nullable String q,
      @QueryParam("match")
          @Parameter(
              description =
                  "Which number counts in ranges where sources disagree: the resolved one, any"
                      + " (possible), or all (certain)",
              schema = @Schema(enumeration = {"resolved", "possible", "certain"}))
          @Nullable String match,
      @QueryParam("sort")
          @Parameter(
              description =
                  "id, name or fields, with commas between; - before one turns it round."
                      + " Accelerators without a value come last",
              example = "-fp16,power")
          @Nullable String sort,
      @QueryParam("facets")
          @Parameter(
              description = "Fields along which what is found shall be divided",
              example = "vendor,fp16")
          @Nullable String facets,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Parameter(example = "100") @Nullable String limit,
      @QueryParam("asOf") @Parameter(example = "2024-03-26") @Nullable String asOf,
      @QueryParam("knownOn") @Nullable String knownOn,
      @Context UriInfo uri) {
    Map<String, List<String>> parameters = Viewpoint.without(uri.getQueryParameters());
    return served.ask(
        Viewpoint.of(asOf, knownOn),
        catalog -> catalog.page(SearchParameters.read(catalog.index(), parameters)));
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/{id}")
  @Operation(
      operationId = "readAccelerator",
      summary = "Read one accelerator",
      description =
          "With every printed cell beside what corrects it, and why. With asOf only what sources had"
              + " said by that day and what corrects it, with knownOn only what was in the"
              + " catalogue by that day: both together are what was believed on the one day about"
              + " the other.")
  @APIResponse(
      responseCode = "200",
      description = "The accelerator",
      content = @Content(schema = @Schema(implementation = AcceleratorViews.Detail.class)))
  public byte[] read(
      @PathParam("id") @Parameter(example = "nvidia-h100-sxm") String id,
      @QueryParam("asOf") @Parameter(example = "2024-03-26") @Nullable String asOf,
      @QueryParam("knownOn") @Parameter(example = "2026-11-25") @Nullable String knownOn) {
    ServedCatalog catalog = served.require();
    Viewpoint viewpoint = Viewpoint.of(asOf, knownOn);
    byte[] found = viewpoint.isNow() ? bytes(catalog.find(id)) : catalog.find(id, viewpoint);
    if (found == null) {
      throw missing(catalog.published().catalog(), id);
    }
    return found;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/{id}/claims")
  @Operation(
      operationId = "listAcceleratorClaims",
      summary = "Read all claims about an accelerator",
      description =
          "Reported and corrected ones; with asOf only those that were made by that day, with"
              + " knownOn only those that were entered by that day.")
  public AcceleratorViews.Claims claims(
      @PathParam("id") @Parameter(example = "nvidia-h100-sxm") String id,
      @QueryParam("asOf") @Parameter(example = "2024-03-26") @Nullable String asOf,
      @QueryParam("knownOn") @Nullable String knownOn,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit) {
    PublishedCatalog published = served.require().published();
    Optional<LocalDate> day = Parameters.date("asOf", asOf);
    Optional<LocalDate> known = Parameters.date("knownOn", knownOn);
    Catalog catalog = published.catalog();
    Dossier now =
        catalog
            .findAccelerator(id)
            .flatMap(a -> catalog.findDossier(a.id()))
            .orElseThrow(() -> missing(catalog, id));
    Dossier then = now.asOf(day.orElse(LocalDate.MAX), known.orElse(LocalDate.MAX));
    List<Claim<Fact>> all = then.claims();
    Slice<Claim<Fact>> slice =
        Slice.of(all, Claim::id, Parameters.limit(limit), cursor, id + day + known);
    return new AcceleratorViews.Claims(
        VersionView.of(published.version()),
        id,
        day.orElse(null),
        slice.items().stream().map(c -> ClaimView.of(catalog, then, c)).toList(),
        slice.nextCursor(),
        all.size());
  }

  private static byte @Nullable [] bytes(@Nullable Body body) {
    return body == null ? null : body.toBytes();
  }

  private static NotFoundException missing(Catalog catalog, String id) {
    return new NotFoundException("accelerator", id, catalog.acceleratorRemedy(id));
  }
}
