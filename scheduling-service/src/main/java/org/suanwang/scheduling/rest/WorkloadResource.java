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
import org.suanwang.scheduling.check.NotFoundException;
import org.suanwang.scheduling.experiment.Page;
import org.suanwang.scheduling.experiment.WorkloadSummary;
import org.suanwang.scheduling.experiment.Workloads;
import org.suanwang.scheduling.inference.RequestTable;
import org.suanwang.scheduling.workload.FittedCluster;
import org.suanwang.scheduling.workload.Workload;

/** Workloads: what is asked for. */
@Path("/v1/workloads")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Workloads", description = "Jobs: named, recorded or generated")
public class WorkloadResource {
  private final Workloads workloads;
  private final RequestHeader header;
  private final TraceLoader traces;
  private final FittedCluster.Directory clusters;

  WorkloadResource(
      Workloads workloads,
      RequestHeader header,
      TraceLoader traces,
      FittedCluster.Directory clusters) {
    this.workloads = workloads;
    this.header = header;
    this.traces = traces;
    this.clusters = clusters;
  }

  @POST
  @RunOnVirtualThread
  @RolesAllowed(Roles.ANALYST)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createWorkload",
      summary = "Keep a workload; the market's demand jobs are taken as they are")
  @APIResponse(
      responseCode = "201",
      description = "Kept",
      content =
          @Content(
              schema = @Schema(implementation = WorkloadResponse.class),
              examples = @ExampleObject(name = "workload", value = Examples.WORKLOAD_RESPONSE)))
  @APIResponse(responseCode = "400", description = "The workload breaks a rule")
  public Response create(
      @RestHeader(RequestHeader.NAME) @Nullable String key,
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = WorkloadRequest.class),
                      examples = {
                        @ExampleObject(name = "workload", value = Examples.WORKLOAD),
                        @ExampleObject(name = "service", value = InferenceExamples.WORKLOAD)
                      }))
          @Valid
          @NotNull
          WorkloadRequest request) {
    Workload workload = WorkloadReader.read(request, clusters, this::recorded);
    return created(WorkloadResponse.of(workloads.add(workload, header.read(key, request))));
  }

  /** Null when there is no such workload, or it has no recorded requests. */
  private @Nullable RequestTable recorded(String id) {
    try {
      return workloads.require(id).value().requests();
    } catch (NotFoundException e) {
      return null;
    }
  }

  @POST
  @RolesAllowed(Roles.ANALYST)
  @Consumes({
    "text/csv",
    MediaType.TEXT_PLAIN,
    "application/gzip",
    "application/zip",
    "application/vnd.apache.parquet",
    MediaType.APPLICATION_OCTET_STREAM
  })
  @Operation(
      operationId = "createWorkloadFromTrace",
      summary =
          "Keep a workload from a recorded trace, streamed, plain or with gzip or zip; format=csv, openb,"
              + " swf, philly, helios, acme, pai-2020, gavel, kubernetes, opendc; or requests to a"
              + " language model, azure-llm, mooncake")
  @APIResponse(
      responseCode = "201",
      description = "Kept",
      content = @Content(schema = @Schema(implementation = WorkloadResponse.class)))
  @APIResponse(
      responseCode = "503",
      description = "Too many traces are being read; Retry-After says when to send it again")
  @Blocking
  public Response createFromTrace(
      @RestHeader(RequestHeader.NAME) @Nullable String key,
      @RestQuery @Nullable String format,
      @RestQuery @Nullable String name,
      @Parameter(
              description =
                  "Run time of every pod of an openb list without times, or of every Kubernetes pod: with"
                      + " it a list of Kubernetes is a snapshot, of which the pods that run do so for"
                      + " what is left of that time, and those that wait come after them; without it"
                      + " only pods that have ended are taken")
          @RestQuery
          @Nullable String runSeconds,
      @Parameter(
              description =
                  "Devices of a node, 8 where left out, for formats that tell only how many devices a"
                      + " job had: a job of more becomes a gang of equal tasks, or is capped")
          @RestQuery
          @Nullable String devicesPerTaskMax,
      @Parameter(description = "gang (the default) or cap: what becomes of a job wider than a node")
          @RestQuery
          @Nullable String widerJobs,
      @Parameter(
              description =
                  "complete (the default): every job does; recorded: jobs of philly, helios, acme and"
                      + " pai-2020 that failed or were stopped do so again at their recorded end")
          @RestQuery
          @Nullable String endings,
      @Parameter(
              description = "Pace of the reference device, for gavel, where work is told in steps")
          @RestQuery
          @Nullable String stepsPerSecond,
      @Parameter(
              description =
                  "Of gavel: seconds (the default), by stepsPerSecond, or steps, which throughput of"
                      + " the simulation makes seconds of")
          @RestQuery
          @Nullable String work,
      @Parameter(description = TraceLoader.DEVICE_RESOURCES) @RestQuery
          @Nullable String deviceResources,
      @Parameter(description = TraceLoader.DEVICE_TYPE_LABEL) @RestQuery
          @Nullable String deviceTypeLabel,
      @Parameter(description = TraceLoader.AT) @RestQuery @Nullable String at,
      @Parameter(description = TraceLoader.UPLOAD) @RestQuery @Nullable String upload,
      @RequestBody(
              content =
                  @Content(
                      mediaType = "text/csv",
                      schema = @Schema(implementation = String.class),
                      examples = @ExampleObject(name = "pods", value = Examples.OPENB_PODS)))
          InputStream body) {
    Map<String, String> options = new TreeMap<>();
    put(options, "runSeconds", runSeconds);
    put(options, "devicesPerTaskMax", devicesPerTaskMax);
    put(options, "widerJobs", widerJobs);
    put(options, "endings", endings);
    put(options, "stepsPerSecond", stepsPerSecond);
    put(options, "work", work);
    put(options, "deviceResources", deviceResources);
    put(options, "deviceTypeLabel", deviceTypeLabel);
    put(options, "at", at);
    var query = new TraceLoader.Query(format, name, options, key, upload);
    return created(WorkloadResponse.of(traces.loadWorkload(query, body)));
  }

  private static void put(Map<String, String> options, String name, @Nullable String value) {
    if (value != null) {
      options.put(name, value);
    }
  }

  private static Response created(WorkloadResponse workload) {
    return Response.created(URI.create("/v1/workloads/" + workload.id())).entity(workload).build();
  }

  @GET
  @RunOnVirtualThread
  @RolesAllowed(Roles.READER)
  @Path("/{id}")
  @Operation(operationId = "getWorkload", summary = "One workload")
  @APIResponse(
      responseCode = "200",
      description = "The workload",
      content =
          @Content(
              schema = @Schema(implementation = WorkloadResponse.class),
              examples = @ExampleObject(name = "workload", value = Examples.WORKLOAD_RESPONSE)))
  @APIResponse(responseCode = "404", description = "No such workload")
  public WorkloadResponse get(@RestPath String id) {
    return WorkloadResponse.of(workloads.require(id));
  }

  @GET
  @RunOnVirtualThread
  @RolesAllowed(Roles.READER)
  @Operation(operationId = "listWorkloads", summary = "Workloads, newest first")
  public Listing<WorkloadSummary> list(
      @RestQuery @Nullable String cursor, @RestQuery @Nullable String limit) {
    Paging paging = Paging.read(cursor, limit);
    Page<WorkloadSummary> page = workloads.page(paging.cursor(), paging.limit());
    return Listing.of(page.items(), page.nextCursor());
  }

  @DELETE
  @RunOnVirtualThread
  @RolesAllowed(Roles.ANALYST)
  @Path("/{id}")
  @Operation(
      operationId = "deleteWorkload",
      summary =
          "Delete a workload that no simulation is of; details of simulations are made from it")
  @APIResponse(responseCode = "204", description = "Gone")
  @APIResponse(responseCode = "404", description = "No such workload")
  @APIResponse(
      responseCode = "409",
      description = "Simulations need it: the answer names some, and what to do",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "needed", value = DeletionExamples.WORKLOAD_NEEDED)))
  public void delete(@RestPath String id) {
    workloads.remove(id);
  }
}
