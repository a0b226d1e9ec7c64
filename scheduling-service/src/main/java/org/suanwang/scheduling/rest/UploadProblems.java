package org.suanwang.scheduling.rest;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.suanwang.scheduling.check.Violation;
import org.suanwang.scheduling.experiment.Upload;
import org.suanwang.scheduling.experiment.Uploads;

/** Says where an upload ends, to whoever goes on from elsewhere. */
final class UploadProblems {
  private static final URI MISMATCH =
      URI.create("https://iana.org/assignments/http-problem-types#mismatching-upload-offset");
  private static final URI COMPLETED =
      URI.create("https://iana.org/assignments/http-problem-types#completed-upload");
  private static final int CONFLICT = 409;

  private final Uploads uploads;

  UploadProblems(Uploads uploads) {
    this.uploads = uploads;
  }

  @ServerExceptionMapper
  Response wrongOffset(Uploads.WrongOffsetException e) {
    Upload upload = e.upload();
    var violation =
        new Violation(
            UploadHeaders.OFFSET,
            String.valueOf(e.given()),
            upload.complete() ? "the upload is complete" : "must be " + upload.received(),
            upload.complete() ? "name it as upload=" : "go on from there");
    var problem =
        new Problem(
            upload.complete() ? COMPLETED : MISMATCH,
            upload.complete() ? "Completed upload" : "Mismatching upload offset",
            CONFLICT,
            String.valueOf(e.getMessage()),
            List.of(violation));
    Response answer = problem.toResponse();
    return UploadHeaders.describe(Response.fromResponse(answer), upload, uploads.limits()).build();
  }
}
