package org.suanwang.catalog.rest;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.CellStatus;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CurrentCatalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.PublishedCatalog;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Tier;
import org.suanwang.catalog.query.ClaimQuery;
import org.suanwang.catalog.rest.Views.VersionView;

/** Looks claims up over all subjects: who wrote what, and all that one source says. */
@Path("/v1/claims")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "provenance")
@CatalogRead
@NonBlocking
class ClaimListResource {
  private final CurrentCatalog current;

  ClaimListResource(CurrentCatalog current) {
    this.current = current;
  }

  @Schema(name = "ClaimPage")
  record Page(
      VersionView catalogVersion, List<ClaimView> items, @Nullable String nextCursor, int total) {}

  @GET
  @RolesAllowed(Roles.READER)
  @Operation(
      operationId = "listClaims",
      summary = "Look claims up over all subjects",
      description =
          "Who entered what (recordedBy, recordedFrom, recordedTo), all that a source says, all"
              + " claims of a verdict. asOf leaves out what sources said later than that day,"
              + " knownOn what was entered later.")
  public Page list(
      @QueryParam("subject") @Parameter(example = "nvidia-h100-sxm") @Nullable String subject,
      @QueryParam("source") @Parameter(example = "epoch-ml-hardware") @Nullable String source,
      @QueryParam("attribute") @Parameter(example = "memoryBandwidth") @Nullable String attribute,
      @QueryParam("tier") @Parameter(example = "VENDOR_DATASHEET") @Nullable String tier,
      @QueryParam("basis") @Parameter(example = "CORRECTED") @Nullable String basis,
      @QueryParam("status") @Parameter(example = "SUSPECT") @Nullable String status,
      @QueryParam("recordedBy") @Nullable String recordedBy,
      @QueryParam("recordedFrom") @Parameter(example = "2026-11-24") @Nullable String recordedFrom,
      @QueryParam("recordedTo") @Nullable String recordedTo,
      @QueryParam("asOf") @Parameter(example = "2024-03-26") @Nullable String asOf,
      @QueryParam("knownOn") @Nullable String knownOn,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Parameter(example = "100") @Nullable String limit) {
    PublishedCatalog published = current.require();
    var query =
        new ClaimQuery(
            Parameters.text("subject", subject),
            Parameters.text("source", source),
            Parameters.text("attribute", attribute),
            Optional.ofNullable(tier).map(t -> Parameters.constant("tier", t, Tier.class)),
            Parameters.text("basis", basis),
            Optional.ofNullable(status)
                .map(s -> Parameters.constant("status", s, CellStatus.class)),
            Parameters.text("recordedBy", recordedBy),
            Parameters.date("recordedFrom", recordedFrom),
            Parameters.date("recordedTo", recordedTo),
            Parameters.date("asOf", asOf),
            Parameters.date("knownOn", knownOn));
    Catalog catalog = published.catalog();
    List<Claim<Fact>> all = query.run(catalog);
    Map<String, Dossier> then = new HashMap<>();
    Slice<Claim<Fact>> slice =
        Slice.of(all, Claim::id, Parameters.limit(limit), cursor, query.toString());
    return new Page(
        VersionView.of(published.version()),
        slice.items().stream()
            .map(
                c ->
                    ClaimView.of(
                        catalog,
                        then.computeIfAbsent(c.subject(), id -> query.asOf(catalog, id)),
                        c))
            .toList(),
        slice.nextCursor(),
        all.size());
  }
}
