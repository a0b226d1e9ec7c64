package org.suanwang.scheduling.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.ConflictException;
import org.suanwang.scheduling.experiment.EventPage;
import org.suanwang.scheduling.experiment.LoggedEvent;
import org.suanwang.scheduling.experiment.Run;
import org.suanwang.scheduling.experiment.RunArchive;
import org.suanwang.scheduling.experiment.RunDetails;
import org.suanwang.scheduling.experiment.Runs;
import org.suanwang.scheduling.experiment.SimulationResult;
import org.suanwang.scheduling.metrics.TimeSeries;

/** The details of a simulation. Jobs, events and ledger are not kept: the run is run once more. */
@Path("/v1/simulations/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Simulations")
@RunOnVirtualThread
public class SimulationDetailResource {
  private static final String NOT_REPLAYED =
      "The simulation is not completed, or does not come out again as it did: both hashes are told";

  private final Runs runs;
  private final RunArchive archive;

  SimulationDetailResource(Runs runs, RunArchive archive) {
    this.runs = runs;
    this.archive = archive;
  }

  /** A run over time. */
  public record TimeSeriesView(String id, List<TimeSeries.Point> points) {}

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/time-series")
  @Operation(operationId = "getTimeSeries", summary = "The run over time, in equal buckets")
  @APIResponse(responseCode = "200", description = "At most 240 buckets")
  @APIResponse(responseCode = "409", description = "The simulation is not completed")
  public TimeSeriesView timeSeries(@RestPath String id) {
    Run run = runs.require(id);
    SimulationResult result = run.result();
    if (result == null) {
      throw new ConflictException(
          "simulation " + id + " is " + run.state() + "; wait until it is COMPLETED");
    }
    return new TimeSeriesView(id, result.timeSeries().points());
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/jobs")
  @Operation(operationId = "listJobs", summary = "What became of every job, in order of submission")
  @APIResponse(responseCode = "200", description = "A page of jobs")
  @APIResponse(responseCode = "409", description = NOT_REPLAYED)
  public Listing<JobView> jobs(
      @RestPath String id, @RestQuery @Nullable String cursor, @RestQuery @Nullable String limit) {
    Paging paging = Paging.read(cursor, limit);
    RunDetails details = archive.require(id);
    List<JobView> page = new ArrayList<>();
    int size = details.outcomes().size();
    long end = Math.min(size, Math.min(size, paging.from()) + paging.limit());
    for (int job = (int) Math.min(size, paging.from()); job < end; job++) {
      page.add(JobView.of(details.outcomes(), job, details.windowSeconds()));
    }
    return Listing.of(page, end < size ? end : null);
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/events")
  @Operation(operationId = "listEvents", summary = "The event log, generated again")
  @APIResponse(responseCode = "200", description = "A page of events")
  @APIResponse(responseCode = "409", description = NOT_REPLAYED)
  public Listing<LoggedEvent> events(
      @RestPath String id, @RestQuery @Nullable String cursor, @RestQuery @Nullable String limit) {
    Paging paging = Paging.read(cursor, limit);
    EventPage page = archive.events(id, paging.from(), paging.limit());
    return Listing.of(page.events(), page.nextSequence());
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/ledger")
  @Operation(
      operationId = "listLedger",
      summary = "The bookings: metered use, postings that sum to zero, chained hashes")
  @APIResponse(responseCode = "200", description = "A page of entries")
  @APIResponse(responseCode = "409", description = NOT_REPLAYED)
  public Listing<LedgerEntryView> ledger(
      @RestPath String id, @RestQuery @Nullable String cursor, @RestQuery @Nullable String limit) {
    Paging paging = Paging.read(cursor, limit);
    long from = paging.from();
    RunDetails details = archive.require(id);
    List<LedgerEntryView> page =
        details.ledgerPage(from, paging.limit()).stream().map(LedgerEntryView::of).toList();
    boolean more = from + page.size() < details.result().settlement().entries();
    return Listing.of(page, more && !page.isEmpty() ? from + page.size() : null);
  }
}
