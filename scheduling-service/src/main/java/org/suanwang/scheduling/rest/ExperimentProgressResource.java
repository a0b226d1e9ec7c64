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
import org.suanwang.scheduling.experiment.Experiments;

/** The progress of an experiment as a stream; apart from the rest because it is not one answer. */
@Path("/v1/experiments/{id}/progress")
@Tag(name = "Experiments")
public class ExperimentProgressResource {
  private final Experiments experiments;

  ExperimentProgressResource(Experiments experiments) {
    this.experiments = experiments;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RestStreamElementType(MediaType.APPLICATION_JSON)
  @Blocking
  @Operation(
      operationId = "streamExperimentProgress",
      summary = "Progress as server-sent events, four a second, until all runs have ended")
  public Multi<ExperimentResponse.ExperimentProgressView> progress(@RestPath String id) {
    return ProgressStream.of(() -> experiments.require(id), e -> e.state().isFinal())
        .map(ExperimentResponse.ExperimentProgressView::of);
  }
}
