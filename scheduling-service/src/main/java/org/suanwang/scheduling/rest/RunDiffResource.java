package org.suanwang.scheduling.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
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
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.check.Suggestion;
import org.suanwang.scheduling.diff.MoveCause;
import org.suanwang.scheduling.experiment.RunDiffs;

/** What another run of the same jobs did otherwise. */
@Path("/v1/simulations/{id}/diff")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Simulations")
@RunOnVirtualThread
public class RunDiffResource {
  private static final int ID_LENGTH_MAX = 100;
  private static final List<String> CAUSES =
      Arrays.stream(MoveCause.values()).map(Enum::name).toList();

  private final RunDiffs diffs;

  RunDiffResource(RunDiffs diffs) {
    this.diffs = diffs;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Operation(
      operationId = "diffSimulations",
      summary = "Which jobs moved between two simulations of the same jobs, and why",
      description =
          "Both are run once more. The base is the simulation of the path; differences are other −"
              + " base. The largest move comes first; cause asks for the moves of one cause.")
  @APIResponse(
      responseCode = "200",
      description = "The two beside each other, and a page of the jobs that moved",
      content = @Content(schema = @Schema(implementation = RunDiffView.class)))
  @APIResponse(
      responseCode = "400",
      description = "The other is not of the same workload, or its generated jobs differ")
  @APIResponse(responseCode = "404", description = "No such simulation")
  @APIResponse(
      responseCode = "409",
      description = "One of them is not completed, or does not come out again as it did")
  public RunDiffView diff(
      @RestPath String id,
      @RestQuery @Parameter(description = "Id of the other simulation", required = true)
          @Nullable String with,
      @RestQuery @Parameter(description = "Only moves of this cause") @Nullable String cause,
      @RestQuery @Nullable String cursor,
      @RestQuery @Nullable String limit) {
    Findings findings = new Findings();
    String other = findings.name("with", with, ID_LENGTH_MAX);
    MoveCause only = cause(findings, cause);
    findings.throwIfAny();
    Paging paging = Paging.read(cursor, limit);
    return RunDiffView.of(diffs.require(id, other), only, paging);
  }

  private static @Nullable MoveCause cause(Findings findings, @Nullable String given) {
    if (given == null || CAUSES.contains(given)) {
      return given == null ? null : MoveCause.valueOf(given);
    }
    findings.add("cause", given, "must be a cause of moves", Suggestion.remedy(given, CAUSES));
    return null;
  }
}
