package org.suanwang.catalog.rest;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Item;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CurrentCatalog;
import org.suanwang.catalog.catalog.PublishedCatalog;
import org.suanwang.catalog.query.Compatibility;
import org.suanwang.catalog.query.Relations.Relation;
import org.suanwang.catalog.rest.SubjectView.RelationView;
import org.suanwang.catalog.rest.Views.VersionView;

/** Reads software stacks, and what they run on. */
@Path("/v1/software-stacks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "references")
@CatalogRead
@NonBlocking
class SoftwareStackResource {
  private final ItemReading items;
  private final CurrentCatalog current;
  private final CurrentRelations relations;

  SoftwareStackResource(ItemReading items, CurrentCatalog current, CurrentRelations relations) {
    this.items = items;
    this.current = current;
    this.relations = relations;
  }

  @Schema(
      name = "Compatibility",
      description = "What claims tell; what no claim tells is unknown, not incompatible")
  record CompatibilityAnswer(
      VersionView catalogVersion,
      String softwareStack,
      @Schema(description = "Accelerators, systems, vendors that run it or that it is made for")
          List<RelationView> runsOn,
      @Schema(description = "Both ways") List<RelationView> compatibleWith,
      @Schema(description = "What it is a part of, and what is a part of it")
          List<RelationView> parts) {}

  @GET
  @RolesAllowed(Roles.READER)
  @Operation(operationId = "listSoftwareStacks", summary = "List the software stacks")
  public ItemReading.Page list(
      @QueryParam("q") @Parameter(example = "CANN") @Nullable String q,
      @QueryParam("vendor") @Parameter(example = "huawei") @Nullable String vendor,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Parameter(example = "100") @Nullable String limit) {
    return items.list(
        Item.Kind.SOFTWARE_STACK, new ItemReading.ListQuestion(q, vendor, cursor, limit));
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/{id}")
  @Operation(
      operationId = "readSoftwareStack",
      summary = "Read one software stack",
      description = "What is claimed of it; /compatibility gathers what it runs on.")
  public ItemReading.Answer read(@PathParam("id") @Parameter(example = "cann") String id) {
    return items.read(Item.Kind.SOFTWARE_STACK, id);
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/{id}/claims")
  @Operation(
      operationId = "listSoftwareStackClaims",
      summary = "Read all claims about a software stack")
  public ItemReading.Claims claims(
      @PathParam("id") @Parameter(example = "cann") String id,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit) {
    return items.claims(Item.Kind.SOFTWARE_STACK, id, cursor, limit);
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/{id}/compatibility")
  @Operation(
      operationId = "readCompatibility",
      summary = "Read what a software stack runs on and is compatible with",
      description = "As claims tell; what no claim tells is unknown, not incompatible.")
  public CompatibilityAnswer compatibility(
      @PathParam("id") @Parameter(example = "cann") String id) {
    PublishedCatalog published = current.require();
    Catalog catalog = published.catalog();
    ItemReading.require(catalog, Item.Kind.SOFTWARE_STACK, id);
    Compatibility found = Compatibility.of(relations.of(catalog), id);
    return new CompatibilityAnswer(
        VersionView.of(published.version()),
        id,
        views(catalog, id, found.hosts()),
        views(catalog, id, found.compatible()),
        views(catalog, id, found.parts()));
  }

  private static List<RelationView> views(Catalog catalog, String id, List<Relation> relations) {
    return relations.stream()
        .map(r -> RelationView.of(catalog, r, r.target().equals(id) ? r.subject() : r.target()))
        .toList();
  }
}
