package org.suanwang.catalog.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.catalog.CurrentCatalog;
import org.suanwang.catalog.catalog.VersionLog;
import org.suanwang.catalog.rest.Views.VersionView;

/** Reads which catalogues have been published. */
@Path("/v1/catalog-versions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "provenance")
class CatalogVersionResource {
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
}
