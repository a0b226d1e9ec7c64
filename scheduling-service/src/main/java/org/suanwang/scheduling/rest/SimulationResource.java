package org.suanwang.scheduling.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.experiment.Page;
import org.suanwang.scheduling.experiment.Run;
import org.suanwang.scheduling.experiment.RunState;
import org.suanwang.scheduling.experiment.Runs;
import org.suanwang.scheduling.experiment.SimulationSpec;
import org.suanwang.scheduling.experiment.Submission;

/** Simulations: what happens when a workload meets a fleet under a policy. */
@Path("/v1/simulations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Simulations", description = "Queued, run by workers, kept with their results")
@RunOnVirtualThread
public class SimulationResource {
  private final Submission submission;
  private final Runs runs;
  private final RequestHeader header;

  SimulationResource(Submission submission, Runs runs, RequestHeader header) {
    this.submission = submission;
    this.runs = runs;
    this.header = header;
  }

  @POST
  @RolesAllowed(Roles.ANALYST)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createSimulation",
      summary = "Queue a simulation; gangs larger than any hub are told at once")
  @APIResponse(
      responseCode = "202",
      description = "Queued; Location tells where to look",
      content =
          @Content(
              schema = @Schema(implementation = SimulationResponse.class),
              examples = @ExampleObject(name = "queued", value = Examples.SIMULATION_QUEUED)))
  @APIResponse(responseCode = "400", description = "The request breaks a rule")
  @APIResponse(responseCode = "404", description = "No such fleet or workload")
  public Response create(
      @RestHeader(RequestHeader.NAME) @Nullable String key,
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = SimulationRequest.class),
                      examples = @ExampleObject(name = "run", value = Examples.SIMULATION)))
          @Valid
          @NotNull
          SimulationRequest request) {
    Findings findings = new Findings();
    SimulationSpec spec = SimulationReader.read(request, findings);
    Run run = submission.submit(spec, findings, header.read(key, request));
    return Response.accepted(SimulationResponse.of(run))
        .location(URI.create("/v1/simulations/" + run.id()))
        .build();
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/{id}")
  @Operation(operationId = "getSimulation", summary = "State, progress and result")
  @APIResponse(
      responseCode = "200",
      description = "The simulation",
      content =
          @Content(
              schema = @Schema(implementation = SimulationResponse.class),
              examples = @ExampleObject(name = "completed", value = Examples.SIMULATION_COMPLETED)))
  @APIResponse(responseCode = "404", description = "No such simulation")
  public SimulationResponse get(@RestPath String id) {
    return SimulationResponse.of(runs.require(id));
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Operation(
      operationId = "listSimulations",
      summary = "Simulations, newest first, without their results")
  public Listing<SimulationResponse> list(
      @RestQuery @Nullable String state,
      @RestQuery @Nullable String cursor,
      @RestQuery @Nullable String limit) {
    Paging paging = Paging.read(cursor, limit);
    Page<Run> page = runs.page(readState(state), paging.cursor(), paging.limit());
    return Listing.of(
        page.items().stream().map(SimulationResponse::brief).toList(), page.nextCursor());
  }

  private static @Nullable RunState readState(@Nullable String state) {
    if (state == null) {
      return null;
    }
    return Arrays.stream(RunState.values())
        .filter(s -> s.name().equals(state))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "state",
                    state,
                    "must be a state of a simulation",
                    "use one of " + Arrays.toString(RunState.values())));
  }

  @POST
  @RolesAllowed(Roles.ANALYST)
  @Path("/{id}/cancel")
  @Operation(
      operationId = "cancelSimulation",
      summary =
          "Cancel, queued or running; a worker stops within about a second, and the progress is then"
              + " what it came to")
  @APIResponse(
      responseCode = "200",
      description = "Cancelled",
      content = @Content(schema = @Schema(implementation = SimulationResponse.class)))
  @APIResponse(responseCode = "404", description = "No such simulation")
  @APIResponse(responseCode = "409", description = "It already completed or failed")
  public SimulationResponse cancel(@RestPath String id) {
    return SimulationResponse.of(runs.cancel(id));
  }

  @DELETE
  @RolesAllowed(Roles.ANALYST)
  @Path("/{id}")
  @Operation(
      operationId = "deleteSimulation",
      summary =
          "Cancel a simulation that waits or runs, or delete one that has ended, with its result",
      description = "To cancel and keep what may have completed meanwhile, POST …/cancel.")
  @APIResponse(
      responseCode = "200",
      description = "It waited or ran and is cancelled",
      content = @Content(schema = @Schema(implementation = SimulationResponse.class)))
  @APIResponse(responseCode = "204", description = "It had ended and is gone")
  @APIResponse(responseCode = "404", description = "No such simulation")
  @APIResponse(
      responseCode = "409",
      description = "It had ended, and an experiment needs it; or it ended just now",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response delete(@RestPath String id) {
    if (runs.require(id).state().isFinal()) {
      runs.remove(id);
      return Response.noContent().build();
    }
    return Response.ok(cancel(id)).build();
  }
}
