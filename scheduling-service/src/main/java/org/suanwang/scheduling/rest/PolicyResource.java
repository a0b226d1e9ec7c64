package org.suanwang.scheduling.rest;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.suanwang.scheduling.policy.Deferral;
import org.suanwang.scheduling.policy.FilterChoice;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.policy.QueueDiscipline;
import org.suanwang.scheduling.policy.SchedulingPolicy;

/** Policies: how to schedule. */
@Path("/v1/policies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Policies", description = "Named choices of order, filters and score")
public class PolicyResource {
  /** One policy. */
  public record PolicyView(
      String name,
      String description,
      @Schema(description = "Which queue's turn it is; none: that of the job's whose turn it is")
          String fairness,
      String order,
      String discipline,
      List<String> filters,
      String score) {
    static PolicyView of(SchedulingPolicy policy) {
      return new PolicyView(
          policy.name(),
          policy.description(),
          policy.fairness().name(),
          policy.order().name(),
          policy.discipline().listedName(),
          policy.filters().stream().map(f -> f.name()).toList(),
          policy.score().name());
    }
  }

  @GET
  @RolesAllowed(Roles.READER)
  @NonBlocking
  @Operation(operationId = "listPolicies", summary = "All policies")
  @APIResponse(
      responseCode = "200",
      description = "All policies",
      content = @Content(examples = @ExampleObject(name = "policies", value = Examples.POLICIES)))
  public Listing<PolicyView> list() {
    return Listing.of(Policies.all().stream().map(PolicyView::of).toList(), null);
  }

  /** One part of policies. */
  public record PartView(String name, String description) {}

  /** What policies are composed of. */
  @Schema(
      description =
          "Every order goes with every discipline, every score and every fairness. Only orders that"
              + " share out device time go with the discipline rounds, and these with them only,"
              + " without a fairness")
  public record PartsView(
      List<PartView> fairness,
      List<PartView> orders,
      List<PartView> disciplines,
      List<PartView> scores,
      @Schema(description = "How many jobs behind the head are looked at when nothing is said")
          int depthDefault,
      int depthMax,
      @Schema(description = "After how long usage counts half when nothing is said")
          long halfLifeSecondsDefault,
      @Schema(description = "To which hours jobs that may be put off can be")
          List<String> deferrals,
      @Schema(description = "Which nodes may be kept from tasks; what values of each are")
          List<FilterPartView> filters) {}

  /** One filter of nodes; values is empty where it takes none. */
  public record FilterPartView(String name, String description, String values) {}

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/parts")
  @NonBlocking
  @Operation(operationId = "listPolicyParts", summary = "What policies are composed of")
  @APIResponse(
      responseCode = "200",
      description = "All parts",
      content = @Content(schema = @Schema(implementation = PartsView.class)))
  public PartsView parts() {
    return new PartsView(
        Policies.fairness().stream().map(f -> new PartView(f.name(), f.meaning())).toList(),
        Policies.orders().stream().map(o -> new PartView(o.name(), o.meaning())).toList(),
        Arrays.stream(QueueDiscipline.values())
            .map(d -> new PartView(d.listedName(), d.meaning()))
            .toList(),
        Policies.scores().stream().map(c -> new PartView(c.name(), c.meaning())).toList(),
        SchedulingPolicy.DEPTH_DEFAULT,
        SchedulingPolicy.DEPTH_MAX,
        SchedulingPolicy.HALF_LIFE_SECONDS_DEFAULT,
        Deferral.words(),
        FilterChoice.KINDS.stream()
            .map(k -> new FilterPartView(k.name(), k.meaning(), k.values()))
            .toList());
  }
}
