package org.suanwang.scheduling.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** The calls that the tests of uploads share. */
final class UploadCalls {
  private UploadCalls() {}

  static RequestSpecification bytes(String type) {
    return given().config(TraceFiles.AS_SENT).contentType(type);
  }

  static String begin() {
    return given()
        .header("Upload-Complete", "?0")
        .post("/v1/uploads")
        .then()
        .statusCode(201)
        .header("Upload-Offset", "0")
        .header("Upload-Complete", "?0")
        .header("Upload-Limit", containsString("max-size=4294967296"))
        .body("offset", equalTo(0))
        .extract()
        .header("Location");
  }

  static String path(String location) {
    return location.substring(location.indexOf("/v1/"));
  }

  static String id(String location) {
    return location.substring(location.lastIndexOf('/') + 1);
  }

  static ValidatableResponse append(String location, long offset, byte[] part, boolean completes) {
    return bytes(UploadHeaders.PARTIAL)
        .header("Upload-Offset", offset)
        .header("Upload-Complete", completes ? "?1" : "?0")
        .body(part)
        .patch(path(location))
        .then();
  }

  static void assertOffset(String location, long offset, boolean complete) {
    given()
        .head(path(location))
        .then()
        .statusCode(204)
        .header("Upload-Offset", String.valueOf(offset))
        .header("Upload-Complete", complete ? "?1" : "?0")
        .header("Cache-Control", "no-store");
  }

  static ValidatableResponse workload(String query) {
    return bytes("text/csv").post("/v1/workloads?" + query).then();
  }
}
