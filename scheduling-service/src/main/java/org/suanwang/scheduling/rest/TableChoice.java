package org.suanwang.scheduling.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.InvalidInputException;

/**
 * Whether an answer is given as JSON or as a table: by the parameter {@code format}, else by
 * Accept.
 */
final class TableChoice {
  static final String CSV = "text/csv";

  /** What the parameter is, in the description of the API. */
  static final String FORMAT = "json or csv; left out, Accept decides";

  private static final MediaType CSV_TYPE = MediaType.valueOf(CSV);
  private static final List<Variant> VARIANTS =
      Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, CSV_TYPE).build();

  private TableChoice() {}

  /**
   * Whether a table is asked for.
   *
   * @throws InvalidInputException when the format is none
   */
  static boolean isTable(Request request, @Nullable String format) {
    if (format == null) {
      Variant variant = request.selectVariant(VARIANTS);
      return variant != null && variant.getMediaType().isCompatible(CSV_TYPE);
    }
    if (!format.equals("csv") && !format.equals("json")) {
      throw new InvalidInputException(
          "format", format, "must be json or csv", "leave it out to let Accept decide");
    }
    return format.equals("csv");
  }
}
