package org.suanwang.catalog.rest;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.accelerator.Vendor;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CurrentCatalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.PublishedCatalog;
import org.suanwang.catalog.check.NotFoundException;
import org.suanwang.catalog.check.Suggestion;
import org.suanwang.catalog.query.SubjectSearch;
import org.suanwang.catalog.query.Timeline;
import org.suanwang.catalog.rest.Views.VersionView;

/** Reads vendors: who makes, builds in, sells and runs accelerators, and how they fare. */
@Path("/v1/vendors")
@Produces(MediaType.APPLICATION_JSON)
@CatalogRead
@NonBlocking
class VendorResource {
  private final CurrentCatalog current;
  private final CurrentRelations relations;

  VendorResource(CurrentCatalog current, CurrentRelations relations) {
    this.current = current;
    this.relations = relations;
  }

  @Schema(name = "VendorItem")
  record VendorItem(
      String id,
      String name,
      List<String> aliases,
      String country,
      long accelerators,
      @Nullable String role) {}

  @Schema(name = "VendorPage")
  record VendorPage(
      VersionView catalogVersion, List<VendorItem> items, @Nullable String nextCursor, int total) {}

  @Schema(name = "VendorAnswer")
  record VendorAnswer(
      VersionView catalogVersion,
      @Schema(description = "ISO 3166-1 alpha-2", examples = "CN") String country,
      SubjectView vendor,
      @Schema(description = "What it makes or answers for") List<SubjectView.Ref> products) {}

  @GET
  @RolesAllowed(Roles.READER)
  @Tag(name = "accelerators")
  @Operation(
      operationId = "listVendors",
      summary = "List the vendors",
      description = "role and segment are parts of what is claimed of them.")
  public VendorPage list(
      @QueryParam("role") @Parameter(example = "server OEM") @Nullable String role,
      @QueryParam("segment") @Parameter(example = "compute") @Nullable String segment,
      @QueryParam("country") @Parameter(example = "CN") @Nullable String country,
      @QueryParam("q") @Parameter(example = "华为") @Nullable String q,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Parameter(example = "100") @Nullable String limit) {
    PublishedCatalog published = current.require();
    List<Optional<String>> question =
        List.of(
            Parameters.text("role", role),
            Parameters.text("segment", segment),
            Parameters.text("country", country),
            Parameters.text("q", q));
    List<Vendor> found =
        new SubjectSearch(published.catalog())
            .vendors(question.get(0), question.get(1), question.get(2), question.get(3));
    Slice<Vendor> slice =
        Slice.of(found, Vendor::id, Parameters.limit(limit), cursor, "vendors" + question);
    return new VendorPage(
        VersionView.of(published.version()),
        slice.items().stream().map(v -> item(published.catalog(), v)).toList(),
        slice.nextCursor(),
        found.size());
  }

  private static VendorItem item(Catalog catalog, Vendor v) {
    long accelerators =
        catalog.accelerators().stream().filter(a -> a.vendorId().equals(v.id())).count();
    String role = catalog.findSpecification(v.id()).orElseThrow().text(Plain.ROLE);
    return new VendorItem(v.id(), v.name(), v.aliases(), v.country(), accelerators, role);
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/{id}")
  @Tag(name = "accelerators")
  @Operation(
      operationId = "readVendor",
      summary = "Read one vendor",
      description = "Its role, segments, revenue and profit, holdings, partners, and products.")
  public VendorAnswer read(@PathParam("id") @Parameter(example = "huawei") String id) {
    PublishedCatalog published = current.require();
    Catalog catalog = published.catalog();
    Dossier dossier = dossier(catalog, id);
    return new VendorAnswer(
        VersionView.of(published.version()),
        ((Vendor) dossier.subject()).country(),
        SubjectView.of(catalog, relations.of(catalog), dossier),
        products(catalog, id));
  }

  private static List<SubjectView.Ref> products(Catalog catalog, String id) {
    return catalog.dossiers().stream()
        .map(Dossier::subject)
        .filter(s -> !(s instanceof Vendor) && Objects.equals(Timeline.vendorId(s), id))
        .map(SubjectView.Ref::of)
        .toList();
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/{id}/claims")
  @Tag(name = "provenance")
  @Operation(operationId = "listVendorClaims", summary = "Read all claims about a vendor")
  public ItemReading.Claims claims(
      @PathParam("id") @Parameter(example = "huawei") String id,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit) {
    PublishedCatalog published = current.require();
    return ItemReading.claims(published, dossier(published.catalog(), id), cursor, limit);
  }

  private static Dossier dossier(Catalog catalog, String id) {
    return catalog
        .findDossier(id)
        .filter(d -> d.subject() instanceof Vendor)
        .orElseThrow(() -> new NotFoundException("vendor", id, remedy(catalog, id)));
  }

  private static String remedy(Catalog catalog, String id) {
    List<String> known = catalog.vendors().stream().map(Subject::id).toList();
    return Suggestion.remedy(id, known, "GET /v1/vendors lists all");
  }
}
