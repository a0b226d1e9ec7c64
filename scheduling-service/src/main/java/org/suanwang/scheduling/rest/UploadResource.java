package org.suanwang.scheduling.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
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
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.experiment.Upload;
import org.suanwang.scheduling.experiment.Uploads;

/** Files that come in parts, so that a broken connection costs no more than the last of them. */
@Path("/v1/uploads")
@Tag(name = "Uploads", description = "Large traces in parts, over connections that break")
@RunOnVirtualThread
public class UploadResource {
  private static final String ENDS = "?1 where the file ends with this request, else ?0";
  private static final String BYTES = "The next bytes of the file; none to say that it is complete";

  private final Uploads uploads;

  UploadResource(Uploads uploads) {
    this.uploads = uploads;
  }

  @POST
  @RolesAllowed(Roles.ANALYST)
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createUpload",
      summary = "Begin an upload, with its first bytes or with none",
      description =
          "Resumable Uploads for HTTP, draft-ietf-httpbis-resumable-upload. Location and the headers"
              + " Upload-Offset, Upload-Complete and Upload-Limit tell what there is.")
  @APIResponse(
      responseCode = "201",
      description = "Begun; whole, when the request said so",
      content =
          @Content(
              schema = @Schema(implementation = UploadView.class),
              examples = @ExampleObject(name = "upload", value = Examples.UPLOAD)))
  @APIResponse(responseCode = "400", description = "A header is not as it must be, or too long")
  @APIResponse(responseCode = "409", description = "There are as many uploads as there may be")
  public Response create(
      @Parameter(description = ENDS) @RestHeader(UploadHeaders.COMPLETE) @Nullable String complete,
      @Parameter(description = "Bytes of the whole file; may be left out")
          @RestHeader(UploadHeaders.LENGTH)
          @Nullable String length,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_OCTET_STREAM,
                      schema = @Schema(implementation = String.class, format = "binary"),
                      examples = @ExampleObject(name = "bytes", value = BYTES)))
          InputStream body) {
    boolean completes = UploadHeaders.completes(complete);
    Upload begun = uploads.begin(UploadHeaders.length(length));
    Upload upload = append(begun, body, completes);
    URI location = URI.create("/v1/uploads/" + upload.id());
    return UploadHeaders.describe(Response.created(location), upload, uploads.limits())
        .entity(UploadView.of(upload))
        .build();
  }

  @HEAD
  @RolesAllowed(Roles.ANALYST)
  @Path("/{id}")
  @Operation(operationId = "findUploadOffset", summary = "How far an upload has come")
  @APIResponse(responseCode = "204", description = "Upload-Offset says where the next part begins")
  @APIResponse(responseCode = "404", description = "No such upload, or it has expired")
  public Response offset(@RestPath String id) {
    return UploadHeaders.describe(Response.noContent(), uploads.require(id), uploads.limits())
        .build();
  }

  @PATCH
  @RolesAllowed(Roles.ANALYST)
  @Path("/{id}")
  @Consumes(UploadHeaders.PARTIAL)
  @Operation(operationId = "appendToUpload", summary = "Go on with an upload where it ends")
  @APIResponse(responseCode = "204", description = "Kept; Upload-Offset says where the next begins")
  @APIResponse(responseCode = "400", description = "Too long, or not as long as announced")
  @APIResponse(responseCode = "404", description = "No such upload, or it has expired")
  @APIResponse(
      responseCode = "409",
      description = "The upload ends elsewhere, as Upload-Offset says, or is complete")
  public Response append(
      @RestPath String id,
      @Parameter(description = "Where the part begins") @RestHeader(UploadHeaders.OFFSET)
          @Nullable String offset,
      @Parameter(description = ENDS) @RestHeader(UploadHeaders.COMPLETE) @Nullable String complete,
      @RequestBody(
              content =
                  @Content(
                      mediaType = UploadHeaders.PARTIAL,
                      schema = @Schema(implementation = String.class, format = "binary"),
                      examples = @ExampleObject(name = "bytes", value = BYTES)))
          InputStream body) {
    boolean completes = UploadHeaders.completes(complete);
    long start = UploadHeaders.offset(offset);
    Upload before = uploads.require(id);
    if (before.complete() || before.received() != start) {
      throw new Uploads.WrongOffsetException(before, start);
    }
    Upload after = append(before, body, completes);
    return UploadHeaders.describe(Response.noContent(), after, uploads.limits()).build();
  }

  @DELETE
  @RolesAllowed(Roles.ANALYST)
  @Path("/{id}")
  @Operation(operationId = "deleteUpload", summary = "Throw an upload away")
  @APIResponse(responseCode = "204", description = "Gone")
  @APIResponse(responseCode = "404", description = "No such upload, or it has expired")
  public void delete(@RestPath String id) {
    uploads.remove(id);
  }

  /** Keeps part after part; when the connection breaks, what was kept stays. */
  private Upload append(Upload upload, InputStream body, boolean completes) {
    byte[] buffer = new byte[Uploads.PART_BYTES_MAX];
    Upload now = upload;
    while (true) {
      int bytes = read(body, buffer, now);
      boolean isLast = bytes < buffer.length;
      if (bytes > 0 || (isLast && completes)) {
        byte[] part = Arrays.copyOf(buffer, bytes);
        now = uploads.append(now.id(), now.received(), part, isLast && completes);
      }
      if (isLast) {
        return now;
      }
    }
  }

  private static int read(InputStream body, byte[] buffer, Upload kept) {
    try {
      return body.readNBytes(buffer, 0, buffer.length);
    } catch (IOException e) {
      throw new InvalidInputException(
          "(body)",
          String.valueOf(e.getMessage()),
          "the body ended before it was whole; %d bytes are kept".formatted(kept.received()),
          "go on from there");
    }
  }
}
