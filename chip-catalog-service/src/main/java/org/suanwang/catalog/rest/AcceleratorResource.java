package org.suanwang.catalog.rest;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CurrentCatalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.PublishedCatalog;
import org.suanwang.catalog.check.NotFoundException;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.query.AcceleratorQuery;
import org.suanwang.catalog.query.AcceleratorSearch;
import org.suanwang.catalog.query.CellReview;
import org.suanwang.catalog.rest.Views.AcceleratorItem;
import org.suanwang.catalog.rest.Views.SpecificationView;
import org.suanwang.catalog.rest.Views.VendorRef;
import org.suanwang.catalog.rest.Views.VersionView;

/** Reads accelerators: what they can do, and how we know. */
@Path("/v1/accelerators")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accelerators")
@CatalogRead
@NonBlocking
class AcceleratorResource {
  private final CurrentCatalog current;

  AcceleratorResource(CurrentCatalog current) {
    this.current = current;
  }

  @Schema(name = "AcceleratorPage")
  record Page(
      VersionView catalogVersion,
      List<AcceleratorItem> items,
      @Nullable String nextCursor,
      int total) {}

  @Schema(name = "Accelerator")
  record Detail(
      VersionView catalogVersion,
      String id,
      String name,
      List<String> aliases,
      VendorRef vendor,
      @Schema(examples = "PACKAGE") String scope,
      SpecificationView specification,
      List<DerivedView> derived,
      List<CellView> cells) {}

  @Schema(name = "AcceleratorClaims")
  record Claims(
      VersionView catalogVersion,
      String accelerator,
      @Nullable LocalDate asOf,
      List<ClaimView> items,
      @Nullable String nextCursor,
      int total) {}

  @GET
  @RolesAllowed(Roles.READER)
  @Operation(
      operationId = "listAccelerators",
      summary = "List accelerators",
      description =
          "Filters narrow, q looks into ids, names and aliases in any script, sort orders;"
              + " accelerators without a value for the order come last.")
  public Page list(
      @QueryParam("vendor") @Parameter(example = "huawei") @Nullable String vendor,
      @QueryParam("country") @Parameter(example = "CN") @Nullable String country,
      @QueryParam("precision") @Parameter(example = "FP16") @Nullable String precision,
      @QueryParam("q") @Parameter(example = "昇腾") @Nullable String q,
      @QueryParam("sort") @Parameter(example = "-fp16") @Nullable String sort,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Parameter(example = "100") @Nullable String limit) {
    PublishedCatalog published = current.require();
    AcceleratorQuery query = query(vendor, country, precision, q, sort == null ? "id" : sort);
    List<Accelerator> found = new AcceleratorSearch(published.catalog()).run(query);
    Slice<Accelerator> slice =
        Slice.of(found, Accelerator::id, Parameters.limit(limit), cursor, query.toString());
    return new Page(
        VersionView.of(published.version()),
        slice.items().stream().map(a -> AcceleratorItem.of(published.catalog(), a)).toList(),
        slice.nextCursor(),
        found.size());
  }

  private static AcceleratorQuery query(
      @Nullable String vendor,
      @Nullable String country,
      @Nullable String precision,
      @Nullable String q,
      String sort) {
    return new AcceleratorQuery(
        Parameters.text("vendor", vendor),
        Parameters.text("country", country),
        Parameters.precision(precision),
        Parameters.text("q", q),
        Parameters.sortKey(sort),
        sort.startsWith("-"));
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/{id}")
  @Operation(
      operationId = "readAccelerator",
      summary = "Read one accelerator",
      description = "With every printed cell beside what corrects it, and why.")
  public Detail read(@PathParam("id") @Parameter(example = "nvidia-h100-sxm") String id) {
    PublishedCatalog published = current.require();
    Catalog catalog = published.catalog();
    Accelerator accelerator = accelerator(catalog, id);
    AcceleratorItem item = AcceleratorItem.of(catalog, accelerator);
    return new Detail(
        VersionView.of(published.version()),
        item.id(),
        item.name(),
        item.aliases(),
        item.vendor(),
        accelerator.scope().name(),
        item.specification(),
        DerivedView.of(catalog.findSpecification(id).orElseThrow(), accelerator.scope()),
        CellReview.of(catalog, id).stream().map(r -> CellView.of(catalog, r)).toList());
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/{id}/claims")
  @Operation(
      operationId = "listAcceleratorClaims",
      summary = "Read all claims about an accelerator",
      description = "Reported and corrected ones; with asOf only those that were made by that day.")
  public Claims claims(
      @PathParam("id") @Parameter(example = "nvidia-h100-sxm") String id,
      @QueryParam("asOf") @Parameter(example = "2024-03-26") @Nullable String asOf,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit) {
    PublishedCatalog published = current.require();
    Optional<LocalDate> day = Parameters.date("asOf", asOf);
    Catalog catalog = published.catalog();
    accelerator(catalog, id);
    Dossier now = catalog.findDossier(id).orElseThrow();
    Dossier then = day.map(d -> now.asOf(d, LocalDate.MAX)).orElse(now);
    List<Claim<Fact>> all = then.claims();
    Slice<Claim<Fact>> slice = Slice.of(all, Claim::id, Parameters.limit(limit), cursor, id + day);
    return new Claims(
        VersionView.of(published.version()),
        id,
        day.orElse(null),
        slice.items().stream().map(c -> ClaimView.of(catalog, then, c)).toList(),
        slice.nextCursor(),
        all.size());
  }

  private static Accelerator accelerator(Catalog catalog, String id) {
    return catalog
        .findAccelerator(id)
        .orElseThrow(() -> new NotFoundException("accelerator", id, catalog.acceleratorRemedy(id)));
  }
}
