package org.suanwang.catalog.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CurrentCatalog;
import org.suanwang.catalog.catalog.PublishedCatalog;
import org.suanwang.catalog.catalog.VersionLog;
import org.suanwang.catalog.check.NotFoundException;
import org.suanwang.catalog.query.CatalogDiff;
import org.suanwang.catalog.rest.DiffView.SubjectDiffView;
import org.suanwang.catalog.rest.Views.VersionView;

/** Reads which catalogues have been published. */
@Path("/v1/catalog-versions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "provenance")
class CatalogVersionResource {
  private static final String CURRENT = "current";

  private final CurrentCatalog current;
  private final VersionLog versions;

  CatalogVersionResource(CurrentCatalog current, VersionLog versions) {
    this.current = current;
    this.versions = versions;
  }

  @Schema(name = "PublishedVersion")
  record Item(
      String id,
      String contentHash,
      Instant publishedAt,
      int claims,
      @Schema(description = "The data packages or the person that caused it") String cause) {
    static Item of(VersionLog.Entry e) {
      return new Item(
          e.version().id(),
          e.version().contentHash(),
          e.version().publishedAt(),
          e.claims(),
          e.cause());
    }
  }

  @Schema(name = "VersionPage")
  record Page(
      VersionView catalogVersion, List<Item> items, @Nullable String nextCursor, long total) {}

  @GET
  @RolesAllowed(Roles.READER)
  @RunOnVirtualThread
  @CatalogRead
  @Operation(
      operationId = "listCatalogVersions",
      summary = "List the published versions, the latest first")
  public Page list(
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Parameter(example = "100") @Nullable String limit) {
    int wanted = Parameters.limit(limit);
    List<VersionLog.Entry> found = versions.latest(wanted + 1, before(cursor));
    List<VersionLog.Entry> page = found.subList(0, Math.min(wanted, found.size()));
    String next = found.size() > wanted ? Slice.encode("v" + page.getLast().sequence()) : null;
    return new Page(
        VersionView.of(current.require().version()),
        page.stream().map(Item::of).toList(),
        next,
        versions.count());
  }

  private static Optional<Long> before(@Nullable String cursor) {
    if (cursor == null) {
      return Optional.empty();
    }
    String decoded = Slice.decode(cursor);
    if (!decoded.matches("v\\d{1,18}")) {
      throw Slice.refuse(cursor);
    }
    return Optional.of(Long.valueOf(decoded.substring(1)));
  }

  @Schema(name = "CatalogDiff", description = "What has changed from one version to another")
  record Diff(
      VersionView catalogVersion,
      @Schema(examples = "2026-11-24-0123456789ab") String from,
      @Schema(examples = "2026-11-25-0123456789ab") String to,
      List<String> sourcesAdded,
      List<String> sourcesRemoved,
      List<SubjectDiffView> subjects,
      @Nullable String nextCursor,
      @Schema(description = "How many subjects differ") int total) {}

  @GET
  @Path("/{a}/diff/{b}")
  @RolesAllowed(Roles.READER)
  @RunOnVirtualThread
  @CatalogRead
  @Operation(
      operationId = "diffCatalogVersions",
      summary = "What has changed from one version to another",
      description =
          "Any two versions, in either direction: the claims that were added, the verdicts that"
              + " changed, and the values that come out otherwise. Versions never change, so that"
              + " the answer never does. current stands for the version that is served.")
  @APIResponse(responseCode = "404", description = "There is no such version")
  public Diff diff(
      @PathParam("a") @Parameter(example = "current") String a,
      @PathParam("b") @Parameter(example = "current") String b,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Parameter(example = "100") @Nullable String limit) {
    int wanted = Parameters.limit(limit);
    PublishedCatalog served = current.require();
    String from = a.equals(CURRENT) ? served.version().id() : a;
    String to = b.equals(CURRENT) ? served.version().id() : b;
    CatalogDiff diff = CatalogDiff.of(catalog(served, from), catalog(served, to));
    Slice<CatalogDiff.SubjectDiff> slice =
        Slice.of(
            diff.subjects(), CatalogDiff.SubjectDiff::id, wanted, cursor, from + " diff " + to);
    return new Diff(
        VersionView.of(served.version()),
        from,
        to,
        diff.sourcesAdded(),
        diff.sourcesRemoved(),
        slice.items().stream().map(SubjectDiffView::of).toList(),
        slice.nextCursor(),
        diff.subjects().size());
  }

  private Catalog catalog(PublishedCatalog served, String version) {
    if (version.equals(served.version().id())) {
      return served.catalog();
    }
    return versions
        .findCatalog(version)
        .orElseThrow(
            () ->
                new NotFoundException(
                    "readable catalogue version",
                    version,
                    "GET /v1/catalog-versions lists all; what those hold that were published"
                        + " before 2026-11-25 is no longer known"));
  }
}
