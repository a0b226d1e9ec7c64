package org.suanwang.scheduling.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;

/** Files that tests send as they are. */
final class TraceFiles {
  /** No character set is added to the type of a body, since it is no text. */
  static final RestAssuredConfig AS_SENT =
      RestAssured.config()
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                  .encodeContentTypeAs(UploadHeaders.PARTIAL, ContentType.BINARY)
                  .encodeContentTypeAs("application/vnd.apache.parquet", ContentType.BINARY));

  private TraceFiles() {}

  /** A file of {@code opendc/}. */
  static byte[] openDc(String name) throws IOException {
    try (InputStream in = TraceFiles.class.getResourceAsStream("/opendc/" + name + ".txt")) {
      assertThat(in).as(name).isNotNull();
      return Base64.getMimeDecoder().decode(in.readAllBytes());
    }
  }
}
