package org.suanwang.scheduling.rest;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.suanwang.scheduling.experiment.Run;
import org.suanwang.scheduling.experiment.Runs;

/** The progress of a simulation as a stream; apart from the rest because it is not one answer. */
@Path("/v1/simulations/{id}/progress")
@Tag(name = "Simulations")
public class ProgressResource {
  private static final Duration BETWEEN_PROGRESS = Duration.ofMillis(250);

  private final Runs runs;

  ProgressResource(Runs runs) {
    this.runs = runs;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RestStreamElementType(MediaType.APPLICATION_JSON)
  @Blocking
  @Operation(
      operationId = "streamProgress",
      summary = "Progress as server-sent events, four a second, until the final state")
  public Multi<SimulationResponse.ProgressView> progress(@RestPath String id) {
    Run first = runs.require(id);
    Multi<Run> later =
        Multi.createFrom()
            .ticks()
            .every(BETWEEN_PROGRESS)
            .onOverflow()
            .drop()
            .onItem()
            .transformToUniAndConcatenate(
                tick ->
                    Uni.createFrom()
                        .item(() -> runs.require(id))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
    return Multi.createBy()
        .concatenating()
        .streams(Multi.createFrom().item(first), later)
        .select()
        .first(new UntilFinal()::accepts)
        .map(SimulationResponse.ProgressView::of);
  }

  /** Lets the first final state through, and nothing after it. */
  private static final class UntilFinal {
    private boolean isOver;

    boolean accepts(Run run) {
      boolean accepts = !isOver;
      isOver = run.state().isFinal();
      return accepts;
    }
  }
}
