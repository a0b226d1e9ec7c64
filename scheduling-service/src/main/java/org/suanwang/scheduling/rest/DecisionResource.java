package org.suanwang.scheduling.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.experiment.RunDecisions;

/** Why a job of a simulation started where and when it did, or waited. */
@Path("/v1/simulations/{id}/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Simulations")
@RunOnVirtualThread
public class DecisionResource {
  private static final int ID_LENGTH_MAX = 200;
  private static final int TOP_DEFAULT = 5;
  private static final int TOP_MAX = 20;
  private static final int LIMIT_DEFAULT = 20;
  private static final int LIMIT_MAX = 100;

  private final RunDecisions decisions;

  DecisionResource(RunDecisions decisions) {
    this.decisions = decisions;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Operation(
      operationId = "explainDecisions",
      summary = "What was decided for one job, and what the policy saw",
      description =
          "Each start with the nodes it got, their scores and those of the runners-up; each wait"
              + " with its reason, who was ahead and who held the devices; at each, how many nodes"
              + " refused the job and why. The simulation is run once more, as far as the last"
              + " decision of the page.")
  @APIResponse(
      responseCode = "200",
      description = "A page of decisions, in the order of time",
      content = @Content(schema = @Schema(implementation = DecisionsView.class)))
  @APIResponse(responseCode = "404", description = "No such simulation, or no such job in it")
  @APIResponse(
      responseCode = "409",
      description =
          "The simulation is not completed, or does not come out again as it did: both hashes are"
              + " told")
  public DecisionsView decisions(
      @RestPath String id,
      @RestQuery @Parameter(description = "Id of the job", required = true) @Nullable String job,
      @RestQuery
          @Parameter(
              description = "How many runners-up, jobs ahead and holders are told: 0 to 20, else 5")
          @Nullable String top,
      @RestQuery @Nullable String cursor,
      @RestQuery @Parameter(description = "Decisions of a page: 1 to 100, else 20")
          @Nullable String limit) {
    Findings findings = new Findings();
    String asked = findings.name("job", job, ID_LENGTH_MAX);
    int most = (int) QueryNumber.read(findings, "top", top, 0, TOP_MAX, TOP_DEFAULT);
    int size = (int) QueryNumber.read(findings, "limit", limit, 1, LIMIT_MAX, LIMIT_DEFAULT);
    long from = QueryNumber.read(findings, "cursor", cursor, 0, Long.MAX_VALUE, 0);
    findings.throwIfAny();
    int first = (int) Math.min(from, Integer.MAX_VALUE - LIMIT_MAX);
    return DecisionsView.of(decisions.explain(id, asked, most, first, size));
  }
}
