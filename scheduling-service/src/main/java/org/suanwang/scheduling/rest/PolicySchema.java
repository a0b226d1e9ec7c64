package org.suanwang.scheduling.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.policy.OrderList;
import org.suanwang.scheduling.policy.ScoreList;

/**
 * A policy is a text or an object, and {@link PolicyChoice} stands for both; so do {@link
 * OrderNames} and {@link ScoreNames} for a text or a list. What the description of the API would
 * make of their fields is taken away.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class PolicySchema implements OASFilter {
  @Override
  public void filterOpenAPI(OpenAPI api) {
    Map<String, Schema> schemas = api.getComponents().getSchemas();
    if (schemas == null) {
      return;
    }
    Schema choice = schemas.get("PolicyChoice");
    if (choice != null) {
      choice.setType(null);
      choice.setProperties(null);
    }
    Schema parts = schemas.get("PolicyParts");
    Map<String, Schema> properties = parts == null ? null : parts.getProperties();
    if (properties != null) {
      takeTypeAway(properties.get("order"));
      takeTypeAway(properties.get("score"));
    }
    Schema score = OASFactory.createSchema().ref("#/components/schemas/PolicyScore");
    isTextOrList(schemas.get("OrderNames"), text(), OrderList.ORDERS_MAX);
    isTextOrList(schemas.get("ScoreNames"), score, ScoreList.known().size());
  }

  private static Schema text() {
    return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
  }

  private static void takeTypeAway(@Nullable Schema property) {
    if (property != null) {
      property.setType(null);
    }
  }

  private static void isTextOrList(@Nullable Schema either, Schema item, int itemsMax) {
    if (either != null) {
      Schema list =
          OASFactory.createSchema()
              .addType(Schema.SchemaType.ARRAY)
              .items(item)
              .minItems(1)
              .maxItems(itemsMax);
      either.setType(null);
      either.setProperties(null);
      either.setOneOf(List.of(text(), list));
    }
  }
}
