package org.suanwang.catalog.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CatalogWriter;
import org.suanwang.catalog.catalog.CurrentCatalog;
import org.suanwang.catalog.catalog.ExchangeFormat;
import org.suanwang.catalog.catalog.Export;
import org.suanwang.catalog.catalog.PublishedCatalog;
import org.suanwang.catalog.catalog.VersionLog;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.check.NotFoundException;

/** Gives the whole catalogue out as one file, from which it can be read again without loss. */
@Path("/v1/exports")
@Tag(name = "exchange")
class ExportResource {
  private static final String YAML = "application/yaml";
  private static final String CSV = "text/csv";
  private static final List<ExchangeFormat> FORMATS =
      List.of(ExchangeFormat.JSON, ExchangeFormat.YAML, ExchangeFormat.CSV);

  private final CurrentCatalog current;
  private final VersionLog versions;
  private final CatalogWriter writer;

  ExportResource(CurrentCatalog current, VersionLog versions, CatalogWriter writer) {
    this.current = current;
    this.versions = versions;
    this.writer = writer;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Produces({MediaType.APPLICATION_JSON, YAML, CSV})
  @RunOnVirtualThread
  @Operation(
      operationId = "exportCatalog",
      summary = "Read the whole catalogue as one file",
      description =
          "As JSON, YAML or CSV, by format or else by Accept. POST /v1/imports takes each of them"
              + " into an empty catalogue so that it has the same content hash. version asks for an"
              + " earlier version; asOf and knownOn for what sources had said by a day, as far as"
              + " the catalogue knew it by another.")
  @APIResponse(
      responseCode = "200",
      description = "A package in one file, or a table; see docs/import-export.md",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(type = SchemaType.OBJECT)),
        @Content(mediaType = YAML, schema = @Schema(type = SchemaType.STRING)),
        @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))
      })
  @APIResponse(responseCode = "304", description = "The file is the one that you have")
  @APIResponse(responseCode = "404", description = "There is no such version")
  public Response export(
      @Context HttpHeaders headers,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known,
      @QueryParam("format") @Parameter(example = "yaml") @Nullable String format,
      @QueryParam("version") @Nullable String version,
      @QueryParam("asOf") @Parameter(example = "2024-03-26") @Nullable String asOf,
      @QueryParam("knownOn") @Nullable String knownOn) {
    ExchangeFormat as = format == null ? accepted(headers) : named(format);
    Optional<LocalDate> said = Parameters.date("asOf", asOf);
    Optional<LocalDate> knownBy = Parameters.date("knownOn", knownOn);
    PublishedCatalog served = current.require();
    String id = Parameters.text("version", version).orElse(served.version().id());
    String tag = CatalogReadFilter.tag(id + "." + as.word());
    if (known != null && CatalogReadFilter.isAmong(tag, known)) {
      return described(Response.notModified(), tag, id).build();
    }
    Catalog whole = catalog(served, id);
    Catalog catalog =
        said.isEmpty() && knownBy.isEmpty()
            ? whole
            : whole.asOf(said.orElse(LocalDate.MAX), knownBy.orElse(LocalDate.MAX));
    Export export = new Export(id, title(id, said, knownBy), catalog);
    StreamingOutput body = out -> writer.write(export, as, out);
    return described(Response.ok(body, as.mediaType()), tag, id)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"chip-catalog-" + id + "." + as.word() + "\"")
        .build();
  }

  private static Response.ResponseBuilder described(
      Response.ResponseBuilder answer, String tag, String version) {
    return answer
        .header(HttpHeaders.ETAG, tag)
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .header("Catalog-Version", version);
  }

  private static String title(String id, Optional<LocalDate> said, Optional<LocalDate> knownBy) {
    return "Chip catalogue, version "
        + id
        + said.map(d -> ", what was said by " + d).orElse("")
        + knownBy.map(d -> ", as known on " + d).orElse("");
  }

  private Catalog catalog(PublishedCatalog served, String version) {
    if (version.equals(served.version().id())) {
      return served.catalog();
    }
    return versions
        .findCatalog(version)
        .orElseThrow(
            () ->
                new NotFoundException(
                    "readable catalogue version", version, "GET /v1/catalog-versions lists all"));
  }

  private static ExchangeFormat named(String word) {
    return FORMATS.stream()
        .filter(f -> f.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "format",
                    word,
                    "must be a format of exports",
                    Violations.useOneOf(
                        word, FORMATS.stream().map(ExchangeFormat::word).toList())));
  }

  /** The first of the formats that the caller likes best; JSON where it takes anything. */
  private static ExchangeFormat accepted(HttpHeaders headers) {
    return headers.getAcceptableMediaTypes().stream()
        .flatMap(
            type ->
                FORMATS.stream().filter(f -> MediaType.valueOf(f.mediaType()).isCompatible(type)))
        .findFirst()
        .orElse(ExchangeFormat.JSON);
  }
}
