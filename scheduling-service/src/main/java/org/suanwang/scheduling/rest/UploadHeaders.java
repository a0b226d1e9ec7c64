package org.suanwang.scheduling.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.experiment.Upload;
import org.suanwang.scheduling.experiment.Uploads;

/**
 * The fields of resumable uploads, as structured fields (RFC 9651) have integers and booleans.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpbis-resumable-upload/">Resumable
 *     Uploads for HTTP</a>
 */
final class UploadHeaders {
  static final String COMPLETE = "Upload-Complete";
  static final String OFFSET = "Upload-Offset";
  static final String LENGTH = "Upload-Length";
  static final String LIMIT = "Upload-Limit";
  static final String PARTIAL = "application/partial-upload";

  /** What the server takes in one request: {@code quarkus.http.limits.max-body-size}. */
  static final long REQUEST_BYTES_MAX = 1L << 30;

  /** Integers of structured fields have so many digits. */
  private static final int DIGITS_MAX = 15;

  private UploadHeaders() {}

  /** Whether the request brings the end of the file. */
  static boolean completes(@Nullable String header) {
    if (!"?0".equals(header) && !"?1".equals(header)) {
      throw new InvalidInputException(
          COMPLETE,
          String.valueOf(header),
          "must be ?1 where the file ends with this request, else ?0",
          "send the header");
    }
    return "?1".equals(header);
  }

  /** Where the part begins. */
  static long offset(@Nullable String header) {
    Long offset = number(OFFSET, header);
    if (offset == null) {
      throw new InvalidInputException(
          OFFSET, "null", "must say where the part begins", "ask for it with HEAD");
    }
    return offset;
  }

  /** How long the file will be; null when nobody says. */
  static @Nullable Long length(@Nullable String header) {
    return number(LENGTH, header);
  }

  private static @Nullable Long number(String name, @Nullable String header) {
    if (header == null) {
      return null;
    }
    if (!header.matches("\\d{1," + DIGITS_MAX + "}")) {
      throw new InvalidInputException(
          name,
          header,
          "must be a whole number of at most " + DIGITS_MAX + " digits",
          "count bytes");
    }
    return Long.valueOf(header);
  }

  /** Says how far the file has come. */
  static Response.ResponseBuilder describe(
      Response.ResponseBuilder answer, Upload upload, Uploads.Limits limits) {
    answer
        .header(OFFSET, upload.received())
        .header(COMPLETE, upload.complete() ? "?1" : "?0")
        .header(LIMIT, limit(limits))
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
    return upload.announced() == null ? answer : answer.header(LENGTH, upload.announced());
  }

  /** How much a file may have, a request may bring, and how long a file is kept. */
  static String limit(Uploads.Limits limits) {
    return "max-size=%d, max-append-size=%d, max-age=%d"
        .formatted(limits.bytesMax(), REQUEST_BYTES_MAX, limits.keptSeconds());
  }
}
