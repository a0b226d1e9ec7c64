package org.suanwang.catalog.rest;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Item;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CurrentCatalog;
import org.suanwang.catalog.catalog.PublishedCatalog;
import org.suanwang.catalog.query.Timeline;
import org.suanwang.catalog.rest.SubjectView.Ref;
import org.suanwang.catalog.rest.Views.VendorRef;
import org.suanwang.catalog.rest.Views.VersionView;

/** Reads what was announced and released when. */
@Path("/v1/timeline")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accelerators")
@CatalogRead
@NonBlocking
class TimelineResource {
  private static final List<String> KINDS =
      Stream.concat(Stream.of("ACCELERATOR"), Stream.of(Item.Kind.values()).map(Item.Kind::name))
          .toList();

  private final CurrentCatalog current;

  TimelineResource(CurrentCatalog current) {
    this.current = current;
  }

  @Schema(name = "TimelineEvent")
  record EventView(
      @Schema(description = "A day, or a month or a year", examples = "2022-03") String date,
      @Schema(
              enumeration = {"ANNOUNCEMENT", "RELEASE"},
              examples = "RELEASE")
          String event,
      Ref subject,
      @Nullable VendorRef vendor,
      List<String> claimIds) {
    static EventView of(Catalog catalog, Timeline.Event e) {
      return new EventView(
          e.date().toString(),
          e.kind().name(),
          Ref.of(e.subject()),
          SubjectView.vendor(catalog, e.subject()),
          e.claimIds());
    }
  }

  @Schema(name = "Timeline")
  record Answer(
      VersionView catalogVersion,
      List<EventView> items,
      @Nullable String nextCursor,
      int total,
      @Schema(description = "What nobody dates: the first of them, up to limit, on the first page")
          List<Ref> undated,
      int undatedTotal) {}

  @GET
  @RolesAllowed(Roles.READER)
  @Operation(
      operationId = "readTimeline",
      summary = "Read announcements and releases by date",
      description =
          "A date known to the month or the year only is within a span when it may be. What nobody"
              + " dates is listed apart, never guessed.")
  public Answer read(
      @QueryParam("vendor") @Parameter(example = "huawei") @Nullable String vendor,
      @QueryParam("country") @Parameter(example = "CN") @Nullable String country,
      @QueryParam("kind") @Parameter(example = "ACCELERATOR") @Nullable String kind,
      @QueryParam("from") @Parameter(example = "2019-01-01") @Nullable String from,
      @QueryParam("to") @Parameter(example = "2024-12-31") @Nullable String to,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Parameter(example = "100") @Nullable String limit) {
    PublishedCatalog published = current.require();
    Catalog catalog = published.catalog();
    if (kind != null) {
      Violations.requireAmong("kind", kind, KINDS);
    }
    var question =
        new Timeline.Question(
            Parameters.text("vendor", vendor),
            Parameters.text("country", country),
            Optional.ofNullable(kind),
            Parameters.date("from", from),
            Parameters.date("to", to));
    Timeline timeline = Timeline.of(catalog, question);
    Slice<Timeline.Event> slice =
        Slice.of(
            timeline.events(),
            e -> e.subject().id() + " " + e.kind(),
            Parameters.limit(limit),
            cursor,
            question.toString());
    return new Answer(
        VersionView.of(published.version()),
        slice.items().stream().map(e -> EventView.of(catalog, e)).toList(),
        slice.nextCursor(),
        timeline.events().size(),
        cursor == null
            ? timeline.undated().stream().limit(Parameters.limit(limit)).map(Ref::of).toList()
            : List.of(),
        timeline.undated().size());
  }
}
