package org.suanwang.catalog.rest;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Item;

/** Reads AI models: what they ask of accelerators. */
@Path("/v1/ai-models")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "references")
@CatalogRead
@NonBlocking
class AiModelResource {
  private final ItemReading items;

  AiModelResource(ItemReading items) {
    this.items = items;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Operation(operationId = "listAiModels", summary = "List the AI models")
  public ItemReading.Page list(
      @QueryParam("q") @Parameter(example = "GPT") @Nullable String q,
      @QueryParam("vendor") @Parameter(example = "openai") @Nullable String vendor,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Parameter(example = "100") @Nullable String limit) {
    return items.list(Item.Kind.AI_MODEL, new ItemReading.ListQuestion(q, vendor, cursor, limit));
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/{id}")
  @Operation(
      operationId = "readAiModel",
      summary = "Read one AI model",
      description = "Parameters, training compute, context, scores.")
  public ItemReading.Answer read(@PathParam("id") @Parameter(example = "openai-gpt-3") String id) {
    return items.read(Item.Kind.AI_MODEL, id);
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/{id}/claims")
  @Operation(operationId = "listAiModelClaims", summary = "Read all claims about an AI model")
  public ItemReading.Claims claims(
      @PathParam("id") @Parameter(example = "openai-gpt-3") String id,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit) {
    return items.claims(Item.Kind.AI_MODEL, id, cursor, limit);
  }
}
