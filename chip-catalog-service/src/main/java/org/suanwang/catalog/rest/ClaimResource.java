package org.suanwang.catalog.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.catalog.CanonicalForm;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.ClaimRegister;
import org.suanwang.catalog.catalog.CurrentCatalog;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.PublishedCatalog;
import org.suanwang.catalog.catalog.Submission;
import org.suanwang.catalog.check.NotFoundException;
import org.suanwang.catalog.provenance.Recorded;
import org.suanwang.catalog.rest.Views.VersionView;

/** Reads single claims, and takes new ones. */
@Path("/v1/claims")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "provenance")
class ClaimResource {
  private final CurrentCatalog current;
  private final ClaimRegister register;
  private final CatalogCounters counters;
  private final Caller caller;
  private final Clock clock;

  ClaimResource(
      CurrentCatalog current,
      ClaimRegister register,
      CatalogCounters counters,
      Caller caller,
      Clock clock) {
    this.current = current;
    this.register = register;
    this.counters = counters;
    this.caller = caller;
    this.clock = clock;
  }

  @Schema(name = "ClaimAnswer")
  record Answer(
      VersionView catalogVersion,
      ClaimView claim,
      @Schema(description = "What the integrity rules say about this claim and its accelerator")
          List<Finding> findings) {
    static Answer of(PublishedCatalog published, String claimId) {
      Catalog catalog = published.catalog();
      var claim =
          catalog
              .findClaim(claimId)
              .orElseThrow(
                  () ->
                      new NotFoundException(
                          "claim", claimId, "GET /v1/accelerators/{id}/claims lists them"));
      List<Finding> findings =
          published.findings().stream()
              .filter(f -> f.subject().equals(claimId) || f.subject().equals(claim.subject()))
              .toList();
      return new Answer(
          VersionView.of(published.version()), ClaimView.of(catalog, claim), findings);
    }
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Path("/{id}")
  @RunOnVirtualThread // For the rules may not be done with a catalogue that was just read.
  @CatalogRead
  @Operation(operationId = "readClaim", summary = "Read one claim")
  public Answer read(
      @PathParam("id") @Parameter(example = "nvidia-h100-sxm.figure-5.fp16") String id) {
    return Answer.of(current.require(), id);
  }

  @POST
  @RolesAllowed(Roles.OPERATOR)
  @Consumes(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread
  @Operation(
      operationId = "addClaim",
      summary = "Add a claim",
      description =
          "The claim is checked by all integrity rules, appended, and published in a new catalogue"
              + " version; nothing that was claimed before changes. With If-Match it is added only"
              + " to the version that you have seen (else 412). With Idempotency-Key it is added"
              + " once, however often it is sent.")
  @APIResponse(
      responseCode = "201",
      description = "The claim is in the catalogue",
      content = @Content(schema = @Schema(implementation = Answer.class)))
  @APIResponse(responseCode = "409", description = "The claim is there already")
  @APIResponse(responseCode = "412", description = "Another version is published by now")
  @APIResponse(
      responseCode = "503",
      description = "The database does not answer; Retry-After says when to send it again")
  public Response add(
      @Context HttpHeaders headers,
      @HeaderParam("X-User")
          @Parameter(
              description =
                  "Who adds it; anonymous when left out. Where roles are on, the token says it",
              example = "example-analyst")
          @Nullable String user,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Valid
          @NotNull
          @RequestBody(
              content =
                  @Content(
                      examples =
                          @ExampleObject(
                              name = "datasheet",
                              value =
                                  """
                                  {"subject":"enflame-cloudblazer-t20",\
                                  "attribute":{"kind":"memoryCapacity"},\
                                  "quantity":{"value":32,"unit":"GB"},"printed":"32 GB",\
                                  "source":{"id":"example-sheet","title":"An example datasheet",\
                                  "publisher":"Its publisher","tier":"VENDOR_DATASHEET",\
                                  "date":"2021-07-07"},\
                                  "locator":{"place":"page 2","row":"Memory"},\
                                  "asOf":"2021-07-07","basis":{"kind":"REPORTED"}}""")))
          ClaimRequest request) {
    Optional<String> key = WriteHeaders.idempotencyKey(headers, idempotencyKey);
    var recorded = new Recorded(caller.name(user), LocalDate.now(clock));
    var read = new ClaimRequestReader(request, current.require().catalog(), recorded).read();
    ClaimRegister.Appended appended = register.append(submission(read, key, ifMatch));
    counters.claimWritten();
    return created(appended);
  }

  private static Submission submission(
      ClaimRequestReader.Read read, Optional<String> idempotencyKey, @Nullable String ifMatch) {
    return new Submission(
        read.claim(),
        read.source(),
        WriteHeaders.expectedVersion(ifMatch),
        idempotencyKey,
        CanonicalForm.sha256(read.claim().id() + read.source()));
  }

  private static Response created(ClaimRegister.Appended appended) {
    Answer answer = Answer.of(appended.published(), appended.claimId());
    return Response.created(URI.create("/v1/claims/" + appended.claimId()))
        .header(HttpHeaders.ETAG, CatalogReadFilter.tag(appended.published().version().id()))
        .entity(answer)
        .build();
  }
}
