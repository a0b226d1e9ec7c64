package org.suanwang.catalog.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.catalog.CurrentCatalog;
import org.suanwang.catalog.catalog.ExchangeFormat;
import org.suanwang.catalog.catalog.PackageReader;
import org.suanwang.catalog.catalog.PackageReader.Reading;
import org.suanwang.catalog.catalog.PackageReader.Upload;
import org.suanwang.catalog.catalog.PackageRegister;
import org.suanwang.catalog.catalog.PackageRegister.Delivery;
import org.suanwang.catalog.catalog.PackageRegister.Outcome;
import org.suanwang.catalog.catalog.PublishedCatalog;
import org.suanwang.catalog.integrity.Screening;

/** Takes packages and tables in: whole, in one new version, or not at all. */
@Path("/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "exchange")
class ImportResource {
  private final CurrentCatalog current;
  private final PackageReader reader;
  private final PackageRegister register;
  private final CatalogCounters counters;
  private final Caller caller;
  private final Clock clock;

  /** A large body takes many times its size while it is read, so one is read after the other. */
  private final ReentrantLock reading = new ReentrantLock();

  ImportResource(
      CurrentCatalog current,
      PackageReader reader,
      PackageRegister register,
      CatalogCounters counters,
      Caller caller,
      Clock clock) {
    this.current = current;
    this.reader = reader;
    this.register = register;
    this.counters = counters;
    this.caller = caller;
    this.clock = clock;
  }

  @POST
  @RolesAllowed(Roles.OPERATOR)
  @Consumes({
    ImportRequest.YAML,
    MediaType.APPLICATION_JSON,
    ImportRequest.CSV,
    ImportRequest.X_YAML,
    ImportRequest.TEXT_YAML
  })
  @RunOnVirtualThread
  @Operation(
      operationId = "importPackage",
      summary = "Take a package or a table in",
      description =
          "A package in one file (YAML, JSON), the catalogue's own table (CSV), or Epoch AI's table"
              + " of machine-learning hardware (CSV with format=epoch). All of it is checked by all"
              + " integrity rules and published in one new version, or nothing is. What is there"
              + " already is left alone; who says something else of it gets 409. With dryRun=true"
              + " nothing is written, and the answer tells what would be, errors included. If-Match"
              + " and Idempotency-Key work as for claims.")
  @APIResponse(
      responseCode = "201",
      description = "It is in the catalogue, in a new version",
      content = @Content(schema = @Schema(implementation = ImportAnswer.class)))
  @APIResponse(
      responseCode = "200",
      description = "It held nothing new, or it was a dry run: no version was published",
      content = @Content(schema = @Schema(implementation = ImportAnswer.class)))
  @APIResponse(
      responseCode = "409",
      description = "It says something else of what is there; the claims are named")
  @APIResponse(responseCode = "412", description = "Another version is published by now")
  @APIResponse(responseCode = "413", description = "The body is above 16 MiB")
  @APIResponse(
      responseCode = "503",
      description = "The database does not answer; Retry-After says when to send it again")
  public RestResponse<ImportAnswer> take(
      @Context HttpHeaders headers,
      @HeaderParam("X-User")
          @Parameter(
              description =
                  "Who sends it; anonymous when left out. Where roles are on, the token says it",
              example = "example-analyst")
          @Nullable String user,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @QueryParam("format") @Parameter(description = "package, csv or epoch", example = "epoch")
          @Nullable String format,
      @QueryParam("dryRun") @Parameter(example = "true") @Nullable String dryRun,
      @QueryParam("source")
          @Parameter(
              description = "With format=epoch: the id of the source that the table is",
              example = "epoch-ml-hardware")
          @Nullable String source,
      @RequestBody(
              required = true,
              content = {
                @Content(
                    mediaType = ImportRequest.YAML,
                    schema = @Schema(type = SchemaType.STRING),
                    examples = @ExampleObject(name = "package", value = ImportAnswer.PACKAGE)),
                @Content(
                    mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(type = SchemaType.OBJECT)),
                @Content(mediaType = ImportRequest.CSV, schema = @Schema(type = SchemaType.STRING))
              })
          byte @Nullable [] body) {
    ImportRequest request = ImportRequest.read(headers.getMediaType(), format, dryRun, source);
    byte[] bytes = body == null ? new byte[0] : body;
    String by = caller.name(user);
    Reading read = read(request, bytes, by);
    var delivery =
        new Delivery(
            read.data(),
            by + ": " + read.data().id() + " " + read.data().version(),
            WriteHeaders.expectedVersion(ifMatch),
            WriteHeaders.idempotencyKey(headers, idempotencyKey),
            request.hash(bytes));
    if (request.dryRun()) {
      return answer(Status.OK, register.rehearse(delivery), read, true);
    }
    Outcome outcome = register.take(delivery);
    counters.importTaken();
    return answer(outcome.isNew() ? Status.CREATED : Status.OK, outcome, read, false);
  }

  private Reading read(ImportRequest request, byte[] body, String by) {
    var upload = new Upload(request.format(), by, LocalDate.now(clock), request.source());
    reading.lock();
    try {
      PublishedCatalog published = current.require();
      Reading read = reader.read(upload, body, published.catalog());
      return request.format() == ExchangeFormat.EPOCH
          ? Screening.screen(read, published.catalog(), published.found())
          : read;
    } finally {
      reading.unlock();
    }
  }

  private static RestResponse<ImportAnswer> answer(
      Status status, Outcome outcome, Reading read, boolean dryRun) {
    var answer =
        RestResponse.ResponseBuilder.create(status, ImportAnswer.of(outcome, read, dryRun))
            .header(HttpHeaders.ETAG, CatalogReadFilter.tag(outcome.published().version().id()));
    if (status == Status.CREATED) {
      answer.header(HttpHeaders.LOCATION, "/v1/catalog-versions/" + outcome.versionId());
    }
    return answer.build();
  }
}
