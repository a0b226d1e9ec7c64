package org.suanwang.market.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.suanwang.market.bridge.Reconciliation;
import org.suanwang.market.bridge.SimulationFinding;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.Violation;
import org.suanwang.market.scenario.ModelLibrary;
import org.suanwang.market.scenario.PublishedModel;

/** The model's fee beside what the scheduler found. */
@Path("/v1/reconciliations")
@Tag(name = "bridge", description = "Demand for the scheduler, and what the scheduler found")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ReconciliationResource {
  private final ModelLibrary library;
  private final MarketMeters meters;

  ReconciliationResource(ModelLibrary library, MarketMeters meters) {
    this.library = library;
    this.meters = meters;
  }

  @POST
  @RolesAllowed(Roles.ANALYST)
  @RunOnVirtualThread
  @Operation(summary = "Set the fee found by simulations beside the model's")
  @APIResponse(
      responseCode = "200",
      description = "Top-down, bottom-up, and every assumption",
      content =
          @Content(
              schema = @Schema(implementation = ReconciliationBody.class),
              examples =
                  @ExampleObject(name = "one", value = BridgeExamples.RECONCILIATION_ANSWER)))
  @APIResponse(ref = Problem.INVALID)
  @APIResponse(ref = Problem.NOT_FOUND)
  @APIResponse(ref = Problem.UNAVAILABLE)
  public ReconciliationBody reconcile(
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = ReconciliationRequest.class),
                      examples =
                          @ExampleObject(name = "one", value = BridgeExamples.RECONCILIATION)))
          @Valid
          @NotNull
          ReconciliationRequest request) {
    PublishedModel model = library.require(request.model());
    List<SimulationFinding> findings = findings(request);
    var rate =
        request.commissionRate() == null
            ? null
            : Measure.exact("commissionRate", request.commissionRate());
    var reconciliation = Reconciliation.of(model, rate);
    var bottomUp = findings.stream().map(reconciliation::bottomUp).toList();
    meters.reconciliation();
    return ReconciliationBody.of(model, reconciliation, bottomUp);
  }

  private static List<SimulationFinding> findings(ReconciliationRequest request) {
    var findings = new ArrayList<SimulationFinding>();
    var faults = new ArrayList<Violation>();
    for (int i = 0; i < request.simulations().size(); i++) {
      try {
        findings.add(request.simulations().get(i).finding("simulations[" + i + "]"));
      } catch (InvalidInputException e) {
        faults.addAll(e.violations());
      }
    }
    if (!faults.isEmpty()) {
      throw new InvalidInputException(faults);
    }
    return findings;
  }
}
