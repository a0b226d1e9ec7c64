package org.suanwang.catalog.rest;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CurrentCatalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.PublishedCatalog;
import org.suanwang.catalog.check.CountryCode;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.check.NotFoundException;
import org.suanwang.catalog.exportcontrol.ExportControl;
import org.suanwang.catalog.query.ExportFacts;
import org.suanwang.catalog.rest.Views.VersionView;

/** What the export rules of a day say of an accelerator. */
@Path("/v1/accelerators/{id}/export-control")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "questions")
@NonBlocking
class ExportControlResource {
  private static final String DESTINATION_DEFAULT = "CN";

  private final CurrentCatalog current;
  private final ExportControl exportControl;
  private final Clock clock;

  ExportControlResource(CurrentCatalog current, ExportControl exportControl, Clock clock) {
    this.current = current;
    this.exportControl = exportControl;
    this.clock = clock;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Operation(
      operationId = "classifyExportControl",
      summary = "What the export rules in force on a day say of it",
      description =
          "Every rule in force, with id, citation, inputs and arithmetic. Where sources differ, the"
              + " answer covers all that they say; where something is missing it is UNKNOWN, names"
              + " what is missing and says what each possible value would mean. With asOf and"
              + " knownOn it is told from what was claimed, and known here, by those days.")
  public ExportControlView classify(
      @PathParam("id") @Parameter(example = "nvidia-h20") String id,
      @QueryParam("on") @Parameter(example = "2023-11-17", description = "Today when left out")
          @Nullable String on,
      @QueryParam("destination") @Parameter(example = "CN") @Nullable String destination,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("knownOn") @Nullable String knownOn) {
    PublishedCatalog published = current.require();
    Dossier dossier = dossier(published.catalog(), id);
    Viewpoint viewpoint = Viewpoint.of(asOf, knownOn);
    LocalDate day = Parameters.date("on", on).orElseGet(() -> LocalDate.now(clock));
    return ExportControlView.of(
        VersionView.of(published.version()),
        exportControl.classify(
            ExportFacts.of(dossier.believed(viewpoint.said(), viewpoint.known())),
            day,
            country(destination)));
  }

  private static Dossier dossier(Catalog catalog, String id) {
    if (catalog.findAccelerator(id).isEmpty()) {
      throw new NotFoundException("accelerator", id, catalog.acceleratorRemedy(id));
    }
    return catalog.findDossier(id).orElseThrow();
  }

  private static String country(@Nullable String destination) {
    if (destination == null) {
      return DESTINATION_DEFAULT;
    }
    String country = destination.toUpperCase(Locale.ROOT);
    if (!CountryCode.isOne(country)) {
      throw new InvalidInputException(List.of(CountryCode.violation("destination", destination)));
    }
    return country;
  }
}
