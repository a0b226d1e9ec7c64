package org.suanwang.scheduling.rest;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.cluster.FleetLimits;
import org.suanwang.scheduling.experiment.FleetRegistration;
import org.suanwang.scheduling.experiment.FleetSummary;
import org.suanwang.scheduling.experiment.Fleets;
import org.suanwang.scheduling.experiment.Page;

/** Fleets: what there is to give. */
@Path("/v1/fleets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Fleets", description = "Hubs, pools, nodes and devices")
public class FleetResource {
  private final FleetRegistration registration;
  private final Fleets fleets;
  private final RequestHeader header;
  private final TraceLoader traces;

  FleetResource(
      FleetRegistration registration, Fleets fleets, RequestHeader header, TraceLoader traces) {
    this.registration = registration;
    this.fleets = fleets;
    this.header = header;
    this.traces = traces;
  }

  @POST
  @RunOnVirtualThread
  @RolesAllowed(Roles.ANALYST)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createFleet",
      summary = "Keep a fleet; device types come from the catalogue unless the request has them")
  @APIResponse(
      responseCode = "201",
      description = "Kept",
      content =
          @Content(
              schema = @Schema(implementation = FleetResponse.class),
              examples = @ExampleObject(name = "fleet", value = Examples.FLEET_RESPONSE)))
  @APIResponse(responseCode = "400", description = "The fleet breaks a rule")
  @APIResponse(responseCode = "503", description = "The catalogue is needed and was never reached")
  public Response create(
      @RestHeader(RequestHeader.NAME) @Nullable String key,
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = FleetRequest.class),
                      examples = @ExampleObject(name = "fleet", value = Examples.FLEET)))
          @Valid
          @NotNull
          FleetRequest request) {
    Findings findings = new Findings();
    String name = findings.name("name", request.name(), FleetLimits.NAME_LENGTH_MAX);
    var hubs = new FleetReader(findings).readHubs(request.hubs());
    var types = new DeviceTypeReader(findings, "deviceTypes").read(request.deviceTypes());
    var links = new LinkReader(findings, hubs).read(request.links());
    String country = CountryCode.read(findings, "country", request.country());
    findings.throwIfAny();
    return created(
        FleetResponse.of(
            registration.register(name, hubs, types, links, country, header.read(key, request))));
  }

  @POST
  @RolesAllowed(Roles.ANALYST)
  @Consumes({
    "text/csv",
    MediaType.TEXT_PLAIN,
    "application/gzip",
    "application/zip",
    MediaType.APPLICATION_OCTET_STREAM
  })
  @Operation(
      operationId = "createFleetFromTrace",
      summary =
          "Keep a fleet from a recorded trace, streamed, plain or with gzip or zip; format=openb: a node"
              + " list; swf: the log itself, whose header says MaxProcs; philly and pai-2020: a machine"
              + " list; kubernetes: kubectl get nodes,pods -A -o json")
  @APIResponse(
      responseCode = "201",
      description = "Kept",
      content = @Content(schema = @Schema(implementation = FleetResponse.class)))
  @APIResponse(
      responseCode = "503",
      description = "Too many traces are being read; Retry-After says when to send it again")
  @Blocking
  public Response createFromTrace(
      @RestHeader(RequestHeader.NAME) @Nullable String key,
      @RestQuery @Nullable String format,
      @RestQuery @Nullable String name,
      @Parameter(description = TraceLoader.DEVICE_RESOURCES) @RestQuery
          @Nullable String deviceResources,
      @Parameter(description = TraceLoader.DEVICE_TYPE_LABEL) @RestQuery
          @Nullable String deviceTypeLabel,
      @Parameter(
              description =
                  "Of format=kubernetes: daemons (when left out) takes off a node what its pods of"
                      + " DaemonSets, its static pods and those with resourceClaims ask for,"
                      + " running what all its pods do")
          @RestQuery
          @Nullable String heldBy,
      @Parameter(description = TraceLoader.UPLOAD) @RestQuery @Nullable String upload,
      @RequestBody(
              content =
                  @Content(
                      mediaType = "text/csv",
                      schema = @Schema(implementation = String.class),
                      examples = @ExampleObject(name = "nodes", value = Examples.OPENB_NODES)))
          InputStream body) {
    Map<String, String> options = new TreeMap<>();
    put(options, "deviceResources", deviceResources);
    put(options, "deviceTypeLabel", deviceTypeLabel);
    put(options, "heldBy", heldBy);
    var query = new TraceLoader.Query(format, name, options, key, upload);
    return created(FleetResponse.of(traces.loadFleet(query, body)));
  }

  private static void put(Map<String, String> options, String name, @Nullable String value) {
    if (value != null) {
      options.put(name, value);
    }
  }

  private static Response created(FleetResponse fleet) {
    return Response.created(URI.create("/v1/fleets/" + fleet.id())).entity(fleet).build();
  }

  @GET
  @RunOnVirtualThread
  @RolesAllowed(Roles.READER)
  @Path("/{id}")
  @Operation(operationId = "getFleet", summary = "One fleet")
  @APIResponse(
      responseCode = "200",
      description = "The fleet",
      content =
          @Content(
              schema = @Schema(implementation = FleetResponse.class),
              examples = @ExampleObject(name = "fleet", value = Examples.FLEET_RESPONSE)))
  @APIResponse(responseCode = "404", description = "No such fleet")
  public FleetResponse get(@RestPath String id) {
    return FleetResponse.of(fleets.require(id));
  }

  @GET
  @RunOnVirtualThread
  @RolesAllowed(Roles.READER)
  @Operation(operationId = "listFleets", summary = "Fleets, newest first")
  public Listing<FleetSummary> list(
      @RestQuery @Nullable String cursor, @RestQuery @Nullable String limit) {
    Paging paging = Paging.read(cursor, limit);
    Page<FleetSummary> page = fleets.page(paging.cursor(), paging.limit());
    return Listing.of(page.items(), page.nextCursor());
  }

  @DELETE
  @RunOnVirtualThread
  @RolesAllowed(Roles.ANALYST)
  @Path("/{id}")
  @Operation(
      operationId = "deleteFleet",
      summary = "Delete a fleet that no simulation is of; details of simulations are made from it")
  @APIResponse(responseCode = "204", description = "Gone")
  @APIResponse(responseCode = "404", description = "No such fleet")
  @APIResponse(
      responseCode = "409",
      description = "Simulations need it: the answer names some, and what to do",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "needed", value = DeletionExamples.FLEET_NEEDED)))
  public void delete(@RestPath String id) {
    fleets.remove(id);
  }
}
