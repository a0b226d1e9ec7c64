package org.suanwang.scheduling.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * A policy is a text or an object, and {@link PolicyChoice} stands for both: what the description
 * of the API would make of its fields is taken away.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class PolicySchema implements OASFilter {
  @Override
  public void filterOpenAPI(OpenAPI api) {
    Map<String, Schema> schemas = api.getComponents().getSchemas();
    Schema choice = schemas == null ? null : schemas.get("PolicyChoice");
    if (choice != null) {
      choice.setType(null);
      choice.setProperties(null);
    }
  }
}
