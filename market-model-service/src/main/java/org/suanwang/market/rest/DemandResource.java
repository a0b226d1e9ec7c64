package org.suanwang.market.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.bridge.EquivalenceQuery;
import org.suanwang.market.bridge.EquivalenceReader;
import org.suanwang.market.bridge.EquivalenceSource;
import org.suanwang.market.bridge.TrainingDemand;
import org.suanwang.market.bridge.TrainingNeed;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.PlainText;
import org.suanwang.market.scenario.ModelLibrary;
import org.suanwang.market.scenario.PublishedModel;

/** The demand that the scheduler simulates. */
@Path("/v1/demands")
@Tag(name = "bridge", description = "Demand for the scheduler, and what the scheduler found")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class DemandResource {
  private final ModelLibrary library;
  private final EquivalenceSource equivalences;
  private final EquivalenceReader reader;
  private final MarketMeters meters;

  DemandResource(
      ModelLibrary library,
      EquivalenceSource equivalences,
      EquivalenceReader reader,
      MarketMeters meters) {
    this.library = library;
    this.equivalences = equivalences;
    this.reader = reader;
    this.meters = meters;
  }

  @POST
  @RolesAllowed(Roles.ANALYST)
  @RunOnVirtualThread
  @Operation(summary = "The demand of the model companies, converted through the catalogue")
  @APIResponse(
      responseCode = "200",
      description = "A job for each company, and device-hours by region and month",
      content =
          @Content(
              schema = @Schema(implementation = DemandBody.class),
              examples = @ExampleObject(name = "ascend", value = BridgeExamples.DEMAND_ANSWER)))
  @APIResponse(ref = Problem.INVALID)
  @APIResponse(ref = Problem.NOT_FOUND)
  @APIResponse(ref = Problem.UNAVAILABLE)
  public DemandBody demand(
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = DemandRequest.class),
                      examples = {
                        @ExampleObject(name = "ascend", value = BridgeExamples.DEMAND),
                        @ExampleObject(name = "snapshot", value = BridgeExamples.DEMAND_SNAPSHOT)
                      }))
          @Valid
          @NotNull
          DemandRequest request) {
    PublishedModel model = library.require(request.model());
    TrainingNeed need = TrainingNeed.evaluate(model, model.resolve(request.scenario()));
    List<String> regions = request.regions() == null ? model.roles().regions() : request.regions();
    var start = request.readStart();
    EquivalenceSource.Answer answer = equivalence(request, need);
    var demand = TrainingDemand.of(need, answer.equivalence(), start, regions);
    meters.demand();
    String scenario = request.scenario() == null ? PublishedModel.BASE : request.scenario();
    return DemandBody.of(model, scenario, demand, answer);
  }

  private EquivalenceSource.Answer equivalence(DemandRequest request, TrainingNeed need) {
    var query =
        new EquivalenceQuery(
            need.referenceDevice(), need.devicesPerCompany(), request.device(), need.precision());
    JsonNode given = request.equivalence();
    return given == null || given.isNull() ? equivalences.find(query) : given(query, given);
  }

  private EquivalenceSource.Answer given(EquivalenceQuery query, JsonNode given) {
    String document = given.toString();
    if (!PlainText.holds(document)) {
      throw new InvalidInputException(
          "equivalence",
          document,
          "must hold no half of a surrogate pair",
          "send the catalogue's answer unchanged");
    }
    var equivalence = reader.read("equivalence", document);
    requireSame("from.accelerator", query.fromDevice(), equivalence.fromDevice());
    requireSame("to.accelerator", query.toDevice(), equivalence.toDevice());
    requireSame(
        "from.count.value",
        String.valueOf(query.fromCount()),
        String.valueOf(equivalence.fromCount()));
    return new EquivalenceSource.Answer(equivalence, EquivalenceSource.Origin.REQUEST);
  }

  private static void requireSame(String field, @Nullable String wanted, String given) {
    if (!given.equals(wanted)) {
      throw new InvalidInputException(
          "equivalence." + field,
          given,
          "must be " + wanted + ", which the model and the request ask for",
          "send the catalogue's answer for that");
    }
  }
}
