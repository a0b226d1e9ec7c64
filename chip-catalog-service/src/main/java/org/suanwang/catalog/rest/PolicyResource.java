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

/** Reads policies: what governments want reached by when. */
@Path("/v1/policies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "references")
@CatalogRead
@NonBlocking
class PolicyResource {
  private final ItemReading items;

  PolicyResource(ItemReading items) {
    this.items = items;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Operation(operationId = "listPolicies", summary = "List the policies")
  public ItemReading.Page list(
      @QueryParam("q") @Parameter(example = "Shanghai") @Nullable String q,
      @QueryParam("vendor") @Parameter(example = "miit") @Nullable String vendor,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Parameter(example = "100") @Nullable String limit) {
    return items.list(Item.Kind.POLICY, new ItemReading.ListQuestion(q, vendor, cursor, limit));
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/{id}")
  @Operation(
      operationId = "readPolicy",
      summary = "Read one policy",
      description = "Its targets, and whom it binds.")
  public ItemReading.Answer read(@PathParam("id") @Parameter(example = "sasac-ai-2024") String id) {
    return items.read(Item.Kind.POLICY, id);
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/{id}/claims")
  @Operation(operationId = "listPolicyClaims", summary = "Read all claims about a policy")
  public ItemReading.Claims claims(
      @PathParam("id") @Parameter(example = "sasac-ai-2024") String id,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit) {
    return items.claims(Item.Kind.POLICY, id, cursor, limit);
  }
}
