package org.suanwang.scheduling.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.ConflictException;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.experiment.EventPage;
import org.suanwang.scheduling.experiment.LoggedEvent;
import org.suanwang.scheduling.experiment.Run;
import org.suanwang.scheduling.experiment.RunArchive;
import org.suanwang.scheduling.experiment.RunDetails;
import org.suanwang.scheduling.experiment.Runs;
import org.suanwang.scheduling.experiment.SimulationResult;
import org.suanwang.scheduling.metrics.QueueResult;

/** The details of a simulation. Jobs, events and ledger are not kept: the run is run once more. */
@Path("/v1/simulations/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Simulations")
@RunOnVirtualThread
public class SimulationDetailResource {
  private static final String NOT_REPLAYED =
      "The simulation is not completed, or does not come out again as it did: both hashes are told";

  private static final String PAGED =
      "JSON comes in pages, CSV and Arrow whole, or from the cursor on as many as limit says; by format, or"
          + " else by Accept.";
  private static final String LISTING = "A page of a list; nextCursor is null on the last page";

  private final Runs runs;
  private final RunArchive archive;

  SimulationDetailResource(Runs runs, RunArchive archive) {
    this.runs = runs;
    this.archive = archive;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/time-series")
  @Produces({MediaType.APPLICATION_JSON, TableForm.CSV_TYPE, TableForm.ARROW_TYPE})
  @Operation(
      operationId = "getTimeSeries",
      summary = "The run over time, in equal buckets",
      description =
          "All of it in the kept buckets, or what lies from one simulated time to another in buckets"
              + " of step seconds, as a dashboard asks for it. JSON, CSV or Arrow, by format or else by"
              + " Accept.")
  @APIResponse(
      responseCode = "200",
      description = "At most 240 buckets, or as many as from, to and step make",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = TimeSeriesView.class)),
        @Content(mediaType = TableForm.CSV_TYPE, schema = @Schema(implementation = String.class)),
        @Content(
            mediaType = TableForm.ARROW_TYPE,
            schema = @Schema(implementation = String.class, format = "binary"))
      })
  @APIResponse(responseCode = "409", description = "The simulation is not completed")
  public Response timeSeries(
      @Context Request request,
      @RestPath String id,
      @RestQuery @Parameter(description = "Simulated time: an instant, or milliseconds since 1970")
          @Nullable String from,
      @RestQuery @Parameter(description = "Likewise") @Nullable String to,
      @RestQuery @Parameter(description = "Seconds of a bucket; no finer than what is kept")
          @Nullable String step,
      @RestQuery @Parameter(description = TableForm.PARAMETER) @Nullable String format) {
    TableForm form = TableForm.choose(request, format);
    Findings findings = new Findings();
    TimeRange range = TimeRange.read(findings, from, to, step);
    findings.throwIfAny();
    Run run = runs.require(id);
    SimulationResult result = run.result();
    if (result == null) {
      throw new ConflictException(
          "simulation " + id + " is " + run.state() + "; wait until it is COMPLETED");
    }
    TimeSeriesView series = TimeSeriesView.of(run, range.of(result.timeSeries(), run.epoch()));
    return form.isTable() ? form.answer(DetailTables.timeSeries(run, series)) : json(series);
  }

  private static Response json(Object answer) {
    return Response.ok(answer).type(MediaType.APPLICATION_JSON_TYPE).build();
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/jobs")
  @Produces({MediaType.APPLICATION_JSON, TableForm.CSV_TYPE, TableForm.ARROW_TYPE})
  @Operation(
      operationId = "listJobs",
      summary = "What became of every job, in order of submission",
      description = PAGED)
  @APIResponse(
      responseCode = "200",
      description = "A page of jobs, or all of them as a table",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = JobListing.class)),
        @Content(mediaType = TableForm.CSV_TYPE, schema = @Schema(implementation = String.class)),
        @Content(
            mediaType = TableForm.ARROW_TYPE,
            schema = @Schema(implementation = String.class, format = "binary"))
      })
  @APIResponse(responseCode = "409", description = NOT_REPLAYED)
  public Response jobs(
      @Context Request request,
      @RestPath String id,
      @RestQuery @Nullable String cursor,
      @RestQuery @Nullable String limit,
      @RestQuery @Parameter(description = TableForm.PARAMETER) @Nullable String format) {
    TableForm form = TableForm.choose(request, format);
    Paging paging = Paging.read(cursor, limit, form.isTable());
    RunDetails details = archive.require(id);
    if (form.isTable()) {
      return form.answer(DetailTables.jobs(details, paging.from(), paging.limit()));
    }
    List<JobView> page = new ArrayList<>();
    int size = details.outcomes().size();
    long end = Math.min(size, Math.min(size, paging.from()) + paging.limit());
    for (int job = (int) Math.min(size, paging.from()); job < end; job++) {
      page.add(JobView.of(details, job));
    }
    return json(Listing.of(page, end < size ? end : null));
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/queues")
  @Produces({MediaType.APPLICATION_JSON, TableForm.CSV_TYPE, TableForm.ARROW_TYPE})
  @Operation(
      operationId = "listQueues",
      summary = "What was due to each queue, why, and what it got; each after the one above it",
      description = PAGED + " The table leaves the quotas out.")
  @APIResponse(
      responseCode = "200",
      description = "A page of queues, or all of them as a table",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = QueueListing.class)),
        @Content(mediaType = TableForm.CSV_TYPE, schema = @Schema(implementation = String.class)),
        @Content(
            mediaType = TableForm.ARROW_TYPE,
            schema = @Schema(implementation = String.class, format = "binary"))
      })
  @APIResponse(responseCode = "409", description = NOT_REPLAYED)
  public Response queues(
      @Context Request request,
      @RestPath String id,
      @RestQuery @Nullable String cursor,
      @RestQuery @Nullable String limit,
      @RestQuery @Parameter(description = TableForm.PARAMETER) @Nullable String format) {
    TableForm form = TableForm.choose(request, format);
    Paging paging = Paging.read(cursor, limit, form.isTable());
    RunDetails details = archive.require(id);
    List<QueueResult> all = details.queues();
    int from = (int) Math.min(all.size(), paging.from());
    int end = (int) Math.min(all.size(), from + (long) paging.limit());
    List<QueueView> page =
        all.subList(from, end).stream().map(r -> QueueView.of(details.tree(), r)).toList();
    return form.isTable()
        ? form.answer(DetailTables.queues(details.run(), page))
        : json(Listing.of(page, end < all.size() ? (Long) (long) end : null));
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/events")
  @Produces({MediaType.APPLICATION_JSON, TableForm.CSV_TYPE, TableForm.ARROW_TYPE})
  @Operation(
      operationId = "listEvents",
      summary = "The event log, generated again",
      description = PAGED)
  @APIResponse(
      responseCode = "200",
      description = "A page of events, or all of them as a table",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = EventListing.class)),
        @Content(mediaType = TableForm.CSV_TYPE, schema = @Schema(implementation = String.class)),
        @Content(
            mediaType = TableForm.ARROW_TYPE,
            schema = @Schema(implementation = String.class, format = "binary"))
      })
  @APIResponse(responseCode = "409", description = NOT_REPLAYED)
  public Response events(
      @Context Request request,
      @RestPath String id,
      @RestQuery @Nullable String cursor,
      @RestQuery @Nullable String limit,
      @RestQuery @Parameter(description = TableForm.PARAMETER) @Nullable String format) {
    TableForm form = TableForm.choose(request, format);
    Paging paging = Paging.read(cursor, limit, form.isTable());
    if (form.isTable()) {
      return form.answer(
          DetailTables.events(archive, archive.require(id), paging.from(), paging.limit()));
    }
    EventPage page = archive.events(id, paging.from(), paging.limit());
    return json(Listing.of(page.events(), page.nextSequence()));
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/ledger")
  @Produces({MediaType.APPLICATION_JSON, TableForm.CSV_TYPE, TableForm.ARROW_TYPE})
  @Operation(
      operationId = "listLedger",
      summary = "The bookings: metered use, postings that sum to zero, chained hashes",
      description = PAGED + " The table has a line for each posting.")
  @APIResponse(
      responseCode = "200",
      description = "A page of entries, or all of them as a table",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = LedgerListing.class)),
        @Content(mediaType = TableForm.CSV_TYPE, schema = @Schema(implementation = String.class)),
        @Content(
            mediaType = TableForm.ARROW_TYPE,
            schema = @Schema(implementation = String.class, format = "binary"))
      })
  @APIResponse(responseCode = "409", description = NOT_REPLAYED)
  public Response ledger(
      @Context Request request,
      @RestPath String id,
      @RestQuery @Nullable String cursor,
      @RestQuery @Nullable String limit,
      @RestQuery @Parameter(description = TableForm.PARAMETER) @Nullable String format) {
    TableForm form = TableForm.choose(request, format);
    Paging paging = Paging.read(cursor, limit, form.isTable());
    long from = paging.from();
    RunDetails details = archive.require(id);
    if (form.isTable()) {
      return form.answer(DetailTables.ledger(details, from, paging.limit()));
    }
    List<LedgerEntryView> page =
        details.ledgerPage(from, paging.limit()).stream().map(LedgerEntryView::of).toList();
    boolean more = from + page.size() < details.result().settlement().entries();
    return json(Listing.of(page, more && !page.isEmpty() ? from + page.size() : null));
  }

  /** Names the items of a page in the description of the API. */
  @Schema(description = LISTING)
  private record JobListing(List<JobView> items, @Nullable String nextCursor) {}

  /** Likewise. */
  @Schema(description = LISTING)
  private record QueueListing(List<QueueView> items, @Nullable String nextCursor) {}

  /** Likewise. */
  @Schema(description = LISTING)
  private record EventListing(List<LoggedEvent> items, @Nullable String nextCursor) {}

  /** Likewise. */
  @Schema(description = LISTING)
  private record LedgerListing(List<LedgerEntryView> items, @Nullable String nextCursor) {}
}
