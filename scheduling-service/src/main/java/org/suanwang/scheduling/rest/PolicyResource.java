package org.suanwang.scheduling.rest;

import io.smallrye.common.annotation.NonBlocking;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.ConflictException;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.check.NotFoundException;
import org.suanwang.scheduling.experiment.KeptPolicies;
import org.suanwang.scheduling.experiment.KeptPolicy;
import org.suanwang.scheduling.experiment.Page;
import org.suanwang.scheduling.experiment.PolicyVariant;
import org.suanwang.scheduling.experiment.Stored;
import org.suanwang.scheduling.policy.Deferral;
import org.suanwang.scheduling.policy.FilterChoice;
import org.suanwang.scheduling.policy.LeastAttainedServiceFirst;
import org.suanwang.scheduling.policy.NodeChoice;
import org.suanwang.scheduling.policy.OrderList;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.policy.Preemption;
import org.suanwang.scheduling.policy.QueueDiscipline;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.policy.ScoreList;
import org.suanwang.scheduling.policy.TieRule;
import org.suanwang.scheduling.workload.WorkloadLimits;

/** Policies: how to schedule. A kept one is composed of parts and never changes. */
@Path("/v1/policies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Policies", description = "Named choices of order, filters and score")
public class PolicyResource {
  /** No kept policy is called so, since this is where the parts are listed. */
  private static final String PARTS = "parts";

  private static final String ID_PREFIX = "policy-";

  private final KeptPolicies policies;
  private final RequestHeader header;

  PolicyResource(KeptPolicies policies, RequestHeader header) {
    this.policies = policies;
    this.header = header;
  }

  @POST
  @RolesAllowed(Roles.ANALYST)
  @Consumes(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread
  @Operation(
      operationId = "createPolicy",
      summary = "Keep a composed policy under a name; simulations and experiments may name it")
  @APIResponse(
      responseCode = "201",
      description = "Kept",
      content =
          @Content(
              schema = @Schema(implementation = PolicyView.class),
              examples = @ExampleObject(name = "policy", value = Examples.POLICY_RESPONSE)))
  @APIResponse(responseCode = "400", description = "The policy breaks a rule")
  @APIResponse(responseCode = "409", description = "Another policy has this name")
  public Response create(
      @RestHeader(RequestHeader.NAME) @Nullable String key,
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = PolicyRequest.class),
                      examples = @ExampleObject(name = "policy", value = Examples.POLICY)))
          @Valid
          @NotNull
          PolicyRequest request) {
    Stored<KeptPolicy> kept = policies.add(read(request), header.read(key, request));
    return Response.created(URI.create("/v1/policies/" + kept.id()))
        .entity(PolicyView.of(kept))
        .build();
  }

  private static KeptPolicy read(PolicyRequest request) {
    Findings findings = new Findings();
    String name = findings.name("name", request.name(), WorkloadLimits.NAME_LENGTH_MAX);
    findings.require(
        !name.equals(PARTS) && !name.startsWith(ID_PREFIX),
        "name",
        name,
        "must not be \"parts\", nor begin with \"policy-\" as ids do",
        "use another name");
    PolicyChoice.Parts parts = request.parts();
    findings.require(
        parts != null, PARTS, null, "must say what the policy is made of", "send at least {}");
    PolicyVariant variant =
        parts == null
            ? new PolicyVariant(name, null, 0)
            : new PolicyReader(findings, PARTS, new PolicyChoice(null, parts)).variant();
    findings.throwIfAny();
    if (Policies.find(name).isPresent()) {
      throw new ConflictException(
          "\"" + name + "\" names a policy that is always there; use another name");
    }
    return new KeptPolicy(name, variant);
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/{id}")
  @RunOnVirtualThread
  @Operation(
      operationId = "getPolicy",
      summary = "One policy: a kept one by its id or name, any other by its name")
  @APIResponse(
      responseCode = "200",
      description = "The policy",
      content =
          @Content(
              schema = @Schema(implementation = PolicyView.class),
              examples = @ExampleObject(name = "policy", value = Examples.POLICY_RESPONSE)))
  @APIResponse(responseCode = "404", description = "No such policy")
  public PolicyView get(@RestPath String id) {
    return Policies.find(id)
        .map(PolicyView::of)
        .or(() -> policies.find(id).map(PolicyView::of))
        .orElseThrow(() -> new NotFoundException("policy", id, "GET /v1/policies lists them"));
  }

  @GET
  @RolesAllowed(Roles.READER)
  @RunOnVirtualThread
  @Operation(
      operationId = "listPolicies",
      summary =
          "Policies: on the first page all that are always there, and on each page kept ones, newest"
              + " first")
  @APIResponse(
      responseCode = "200",
      description = "A page of policies",
      content = @Content(examples = @ExampleObject(name = "policies", value = Examples.POLICIES)))
  public Listing<PolicyView> list(
      @RestQuery @Nullable String cursor,
      @Parameter(description = "As many kept ones") @RestQuery @Nullable String limit) {
    Paging paging = Paging.read(cursor, limit);
    Page<Stored<KeptPolicy>> page = policies.page(paging.cursor(), paging.limit());
    List<PolicyView> items = new ArrayList<>();
    if (cursor == null) {
      Policies.all().forEach(p -> items.add(PolicyView.of(p)));
    }
    page.items().forEach(kept -> items.add(PolicyView.of(kept)));
    return Listing.of(items, page.nextCursor());
  }

  /** One part of policies. */
  public record PartView(String name, String description) {}

  /** A score of nodes. */
  public record ScorePartView(
      String name,
      String description,
      @Schema(
              description =
                  "What 0 to 100 are where it is one of several; null where it can only be alone")
          @Nullable String ofHundred) {
    static ScorePartView of(NodeChoice choice) {
      NodeChoice.OfHundred ofHundred = choice.ofHundred();
      return new ScorePartView(
          choice.name(), choice.meaning(), ofHundred == null ? null : ofHundred.meaning());
    }
  }

  /** What policies are composed of. */
  @Schema(
      description =
          "Every order goes with every discipline, every score and every fairness. Only orders that"
              + " share out device time go with the discipline rounds, and these with them only,"
              + " without a fairness and without preemption, and in no list. Preemption beside"
              + " conservative goes without a fairness")
  public record PartsView(
      List<PartView> fairness,
      List<PartView> orders,
      List<PartView> disciplines,
      @Schema(description = "Whether running jobs give way") List<PartView> preemptions,
      @Schema(description = "Which node is taken; those with ofHundred also several with weights")
          List<ScorePartView> scores,
      @Schema(description = "As many orders stand one after the other") int ordersMax,
      @Schema(description = "As often a score counts at most") int weightMax,
      @Schema(description = "How many jobs behind the head are looked at when nothing is said")
          int depthDefault,
      int depthMax,
      @Schema(description = "After how long usage counts half when nothing is said")
          long halfLifeSecondsDefault,
      @Schema(description = "How long a round lasts when nothing is said") long roundSecondsDefault,
      @Schema(description = "Up to how much attained service each level goes when nothing is said")
          List<Long> levelsDeviceSecondsDefault,
      @Schema(description = "To which hours jobs that may be put off can be")
          List<String> deferrals,
      @Schema(description = "Which nodes may be kept from tasks; what values of each are")
          List<FilterPartView> filters,
      @Schema(description = "Which of nodes with the same score is taken, the usual one first")
          List<PartView> tieBreaks) {}

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
        Arrays.stream(Preemption.values()).map(p -> new PartView(p.word(), p.meaning())).toList(),
        Policies.scores().stream().map(ScorePartView::of).toList(),
        OrderList.ORDERS_MAX,
        ScoreList.WEIGHT_MAX,
        SchedulingPolicy.DEPTH_DEFAULT,
        SchedulingPolicy.DEPTH_MAX,
        SchedulingPolicy.HALF_LIFE_SECONDS_DEFAULT,
        SchedulingPolicy.ROUND_SECONDS_DEFAULT,
        LeastAttainedServiceFirst.LEVELS_DEFAULT,
        Deferral.words(),
        FilterChoice.KINDS.stream()
            .map(k -> new FilterPartView(k.name(), k.meaning(), k.values()))
            .toList(),
        Arrays.stream(TieRule.values()).map(t -> new PartView(t.word(), t.meaning())).toList());
  }

  @DELETE
  @RolesAllowed(Roles.ANALYST)
  @Path("/{id}")
  @RunOnVirtualThread
  @Operation(
      operationId = "deletePolicy",
      summary = "Delete a kept policy, by its id or name; runs that were asked for keep its parts")
  @APIResponse(responseCode = "204", description = "Gone; its name is free again")
  @APIResponse(responseCode = "404", description = "No such policy")
  @APIResponse(responseCode = "409", description = "It is always there, and is not kept")
  public void delete(@RestPath String id) {
    if (Policies.find(id).isPresent()) {
      throw new ConflictException(
          "\"" + id + "\" names a policy that is always there; only kept ones can be deleted");
    }
    policies.remove(id);
  }
}
