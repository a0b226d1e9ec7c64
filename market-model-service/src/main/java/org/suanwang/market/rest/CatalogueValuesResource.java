package org.suanwang.market.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.suanwang.market.catalogue.CitedValue;
import org.suanwang.market.catalogue.SpecificationSource;
import org.suanwang.market.scenario.ModelLibrary;
import org.suanwang.market.scenario.PublishedModel;

/** Whether what models cite of the accelerator catalogue is still what it says. */
@Path("/v1/models/{id}/catalogue-values")
@Tag(name = "models", description = "Published models: parameters, variables, scenarios, findings")
@Produces(MediaType.APPLICATION_JSON)
public class CatalogueValuesResource {
  static final String ANSWER =
      """
      {
        "model": {
          "id": "compute-demand",
          "version": "3e48ef1d8ac2",
          "catalogVersions": ["2026-11-29-dd18318a148c"]
        },
        "values": [
          {
            "key": "domestic_peak",
            "value": "376",
            "unit": "TFLOP@FP16/(s.device)",
            "accelerator": "huawei-ascend-910b",
            "property": "fp16",
            "citedVersion": "2026-11-29-dd18318a148c",
            "state": "same",
            "current": "376",
            "low": "220",
            "high": "376",
            "catalogVersion": "2026-11-29-dd18318a148c",
            "stale": false
          }
        ]
      }""";

  private final ModelLibrary library;
  private final SpecificationSource specifications;

  CatalogueValuesResource(ModelLibrary library, SpecificationSource specifications) {
    this.library = library;
    this.specifications = specifications;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @RunOnVirtualThread
  @Operation(
      summary = "What the model cites of the catalogue, beside what the catalogue says now",
      description = "With a scenario that brings the model up to date where they differ.")
  @APIResponse(
      responseCode = "200",
      description = "Each cited value, in the order of the model's files",
      content =
          @Content(
              schema = @Schema(implementation = CatalogueValuesBody.class),
              examples = @ExampleObject(name = "peaks", value = ANSWER)))
  @APIResponse(ref = Problem.INVALID)
  @APIResponse(ref = Problem.NOT_FOUND)
  @APIResponse(ref = Problem.UNAVAILABLE)
  public CatalogueValuesBody catalogueValues(@PathParam("id") @Size(max = 100) String id) {
    PublishedModel model = library.require(id);
    return CatalogueValuesBody.of(model, CitedValue.find(model.model(), specifications));
  }
}
