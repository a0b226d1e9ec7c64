package org.suanwang.catalog.rest;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.catalog.CurrentCatalog;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.PublishedCatalog;
import org.suanwang.catalog.check.NotFoundException;
import org.suanwang.catalog.check.Suggestion;
import org.suanwang.catalog.provenance.Source;
import org.suanwang.catalog.rest.Views.SourceView;
import org.suanwang.catalog.rest.Views.VersionView;

/** Reads what stands behind the accelerators: sources, and what the rules find. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@CatalogRead
@NonBlocking
class ReferenceResource {
  private final CurrentCatalog current;

  ReferenceResource(CurrentCatalog current) {
    this.current = current;
  }

  @Schema(name = "SourceItem")
  record SourceItem(
      SourceView source, @Schema(description = "How many claims cite it") long claims) {}

  @Schema(name = "SourcePage")
  record SourcePage(
      VersionView catalogVersion, List<SourceItem> items, @Nullable String nextCursor, int total) {}

  @Schema(name = "SourceAnswer")
  record SourceAnswer(VersionView catalogVersion, SourceView source, long claims) {}

  @Schema(name = "FindingPage")
  record FindingPage(
      VersionView catalogVersion, List<Finding> items, @Nullable String nextCursor, int total) {}

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/sources")
  @Tag(name = "provenance")
  @Operation(
      operationId = "listSources",
      summary = "List the sources, with how many claims cite each")
  public SourcePage sources(
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Parameter(example = "100") @Nullable String limit) {
    PublishedCatalog published = current.require();
    List<Source> all = List.copyOf(published.catalog().sources());
    Slice<Source> slice = Slice.of(all, Source::id, Parameters.limit(limit), cursor, "sources");
    return new SourcePage(
        VersionView.of(published.version()),
        slice.items().stream()
            .map(s -> new SourceItem(view(s), citations(published, s.id())))
            .toList(),
        slice.nextCursor(),
        all.size());
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/sources/{id}")
  @Tag(name = "provenance")
  @Operation(operationId = "readSource", summary = "Read one source")
  public SourceAnswer source(@PathParam("id") @Parameter(example = "epoch-ml-hardware") String id) {
    PublishedCatalog published = current.require();
    Source source =
        published
            .catalog()
            .findSource(id)
            .orElseThrow(() -> new NotFoundException("source", id, sourceRemedy(published, id)));
    return new SourceAnswer(
        VersionView.of(published.version()), view(source), citations(published, id));
  }

  private static String sourceRemedy(PublishedCatalog published, String id) {
    List<String> known = published.catalog().sources().stream().map(Source::id).toList();
    return Suggestion.remedy(id, known, "GET /v1/sources lists all");
  }

  private static SourceView view(Source s) {
    return new SourceView(
        s.id(),
        s.title(),
        s.publisher(),
        s.tier().name(),
        s.date().toString(),
        s.dateKind().name(),
        s.url(),
        s.licence(),
        s.readThrough());
  }

  private static long citations(PublishedCatalog published, String sourceId) {
    return published.catalog().claims().filter(c -> c.sourceId().equals(sourceId)).count();
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/findings")
  @Blocking
  @RunOnVirtualThread // For the rules may not be done with a catalogue that was just read.
  @Tag(name = "provenance")
  @Operation(
      operationId = "listFindings",
      summary = "What the integrity rules find",
      description = "Errors first; a catalogue with errors is never published, so there are none.")
  public FindingPage findings(
      @QueryParam("severity") @Parameter(example = "WARNING") @Nullable String severity,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Parameter(example = "100") @Nullable String limit) {
    PublishedCatalog published = current.require();
    List<Finding> all = published.findings();
    if (severity != null) {
      var wanted = Parameters.constant("severity", severity, Finding.Severity.class);
      all = all.stream().filter(f -> f.severity() == wanted).toList();
    }
    Slice<Finding> slice =
        Slice.of(
            all,
            f -> f.rule() + " " + f.subject() + " " + f.message(),
            Parameters.limit(limit),
            cursor,
            "findings" + severity);
    return new FindingPage(
        VersionView.of(published.version()), slice.items(), slice.nextCursor(), all.size());
  }
}
