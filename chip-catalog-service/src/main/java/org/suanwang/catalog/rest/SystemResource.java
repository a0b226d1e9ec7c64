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

/** Reads systems: servers, appliances, racks, clusters. */
@Path("/v1/systems")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "references")
@CatalogRead
@NonBlocking
class SystemResource {
  private final ItemReading items;

  SystemResource(ItemReading items) {
    this.items = items;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Operation(operationId = "listSystems", summary = "List the systems")
  public ItemReading.Page list(
      @QueryParam("q") @Parameter(example = "Atlas") @Nullable String q,
      @QueryParam("vendor") @Parameter(example = "huawei") @Nullable String vendor,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Parameter(example = "100") @Nullable String limit) {
    return items.list(Item.Kind.SYSTEM, new ItemReading.ListQuestion(q, vendor, cursor, limit));
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/{id}")
  @Operation(
      operationId = "readSystem",
      summary = "Read one system",
      description =
          "Its numbers and texts, the devices that it contains, and what else is claimed of it.")
  public ItemReading.Answer read(
      @PathParam("id") @Parameter(example = "nvidia-gb200-nvl72") String id) {
    return items.read(Item.Kind.SYSTEM, id);
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/{id}/claims")
  @Operation(operationId = "listSystemClaims", summary = "Read all claims about a system")
  public ItemReading.Claims claims(
      @PathParam("id") @Parameter(example = "nvidia-gb200-nvl72") String id,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit) {
    return items.claims(Item.Kind.SYSTEM, id, cursor, limit);
  }
}
