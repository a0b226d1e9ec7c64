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

/** Reads interconnects: the ways of connecting devices. */
@Path("/v1/interconnects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "references")
@CatalogRead
@NonBlocking
class InterconnectResource {
  private final ItemReading items;

  InterconnectResource(ItemReading items) {
    this.items = items;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Operation(operationId = "listInterconnects", summary = "List the interconnects")
  public ItemReading.Page list(
      @QueryParam("q") @Parameter(example = "NVLink") @Nullable String q,
      @QueryParam("vendor") @Parameter(example = "nvidia") @Nullable String vendor,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Parameter(example = "100") @Nullable String limit) {
    return items.list(
        Item.Kind.INTERCONNECT, new ItemReading.ListQuestion(q, vendor, cursor, limit));
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/{id}")
  @Operation(
      operationId = "readInterconnect",
      summary = "Read one interconnect",
      description = "Its bandwidth, and what uses it.")
  public ItemReading.Answer read(@PathParam("id") @Parameter(example = "nvlink-4") String id) {
    return items.read(Item.Kind.INTERCONNECT, id);
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/{id}/claims")
  @Operation(
      operationId = "listInterconnectClaims",
      summary = "Read all claims about an interconnect")
  public ItemReading.Claims claims(
      @PathParam("id") @Parameter(example = "nvlink-4") String id,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit) {
    return items.claims(Item.Kind.INTERCONNECT, id, cursor, limit);
  }
}
