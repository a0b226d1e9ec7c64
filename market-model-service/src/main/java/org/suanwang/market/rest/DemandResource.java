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
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.bridge.AcceleratorReader;
import org.suanwang.market.bridge.DemandCalculation;
import org.suanwang.market.bridge.DemandQuestion;
import org.suanwang.market.bridge.EquivalenceReader;
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
  private final DemandCalculation calculation;
  private final EquivalenceReader equivalences;
  private final AcceleratorReader accelerators;
  private final MarketMeters meters;

  DemandResource(
      ModelLibrary library,
      DemandCalculation calculation,
      EquivalenceReader equivalences,
      AcceleratorReader accelerators,
      MarketMeters meters) {
    this.library = library;
    this.calculation = calculation;
    this.equivalences = equivalences;
    this.accelerators = accelerators;
    this.meters = meters;
  }

  @POST
  @RolesAllowed(Roles.ANALYST)
  @RunOnVirtualThread
  @Operation(
      summary = "A model's demand for training and inference, converted through the catalogue")
  @APIResponse(
      responseCode = "200",
      description = "Jobs, and device-hours by class, region and month",
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
                        @ExampleObject(name = "inference", value = BridgeExamples.INFERENCE),
                        @ExampleObject(name = "snapshot", value = BridgeExamples.DEMAND_SNAPSHOT)
                      }))
          @Valid
          @NotNull
          DemandRequest request) {
    DemandQuestion question = question(request);
    var demand = calculation.evaluate(question);
    meters.demand();
    return DemandBody.of(question, demand);
  }

  private DemandQuestion question(DemandRequest request) {
    PublishedModel model = library.require(request.model());
    JsonNode serving = request.serving() == null ? null : request.serving().equivalence();
    return new DemandQuestion(
        model,
        request.scenario(),
        request.device(),
        request.readStart(),
        request.regions() == null ? model.roles().regions() : request.regions(),
        request.classes() == null ? List.of() : request.classes(),
        request.readShare(),
        request.readServingTime(),
        request.readCut(),
        new DemandQuestion.Snapshots(
            snapshot("equivalence", request.equivalence(), equivalences::read),
            snapshot("serving.equivalence", serving, equivalences::read),
            snapshot("accelerator", request.accelerator(), accelerators::read)));
  }

  private static <T> @Nullable T snapshot(
      String field, @Nullable JsonNode given, BiFunction<String, String, T> reader) {
    if (given == null || given.isNull()) {
      return null;
    }
    String document = given.toString();
    if (!PlainText.holds(document)) {
      throw new InvalidInputException(
          field,
          document,
          "must hold no half of a surrogate pair",
          "send the catalogue's answer unchanged");
    }
    return reader.apply(field, document);
  }
}
