package org.suanwang.scheduling.rest;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.suanwang.scheduling.experiment.Runs;

/** The progress of a simulation as a stream; apart from the rest because it is not one answer. */
@Path("/v1/simulations/{id}/progress")
@Tag(name = "Simulations")
public class ProgressResource {
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
    return ProgressStream.of(() -> runs.require(id), run -> run.state().isFinal())
        .map(SimulationResponse.ProgressView::of);
  }
}
