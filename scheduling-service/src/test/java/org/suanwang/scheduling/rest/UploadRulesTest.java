package org.suanwang.scheduling.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.local.testing.PostgresTestResource;

/** What is said about parts of files that do not fit. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class UploadRulesTest {
  private static final String PROBLEM = "application/problem+json";

  @Test
  void wrongOffset_isToldTheRightOne() {
    String location = UploadCalls.begin();
    UploadCalls.append(location, 0, new byte[100], false).statusCode(204);
    for (long wrong : new long[] {0, 99, 101, 999_999_999_999_999L}) {
      UploadCalls.append(location, wrong, new byte[1], false)
          .statusCode(409)
          .contentType(PROBLEM)
          .header("Upload-Offset", "100")
          .body("type", endsWith("#mismatching-upload-offset"))
          .body("violations[0].rule", equalTo("must be 100"));
    }
    UploadCalls.assertOffset(location, 100, false);
    UploadCalls.append(location, 100, new byte[0], true).statusCode(204);
    UploadCalls.append(location, 100, new byte[1], true)
        .statusCode(409)
        .body("type", endsWith("#completed-upload"));
    UploadCalls.assertOffset(location, 100, true);
  }

  @Test
  void lengthThatWasAnnounced_isKeptTo() {
    String location =
        given()
            .header("Upload-Complete", "?0")
            .header("Upload-Length", 10)
            .post("/v1/uploads")
            .then()
            .statusCode(201)
            .header("Upload-Length", "10")
            .extract()
            .header("Location");
    UploadCalls.append(location, 0, new byte[11], false)
        .statusCode(400)
        .body("violations[0].field", equalTo("Upload-Length"));
    UploadCalls.append(location, 0, new byte[9], true)
        .statusCode(400)
        .body("violations[0].rule", equalTo("must be the 10 bytes that were announced"));
    UploadCalls.assertOffset(location, 0, false);
    UploadCalls.append(location, 0, new byte[10], true).statusCode(204);
    given()
        .header("Upload-Complete", "?0")
        .header("Upload-Length", 4_294_967_297L)
        .post("/v1/uploads")
        .then()
        .statusCode(400)
        .body("violations[0].rule", containsString("at most 4294967296"));
  }

  @ParameterizedTest
  @CsvSource({
    "Upload-Complete,true",
    "Upload-Complete,?2",
    "Upload-Offset,-1",
    "Upload-Offset,1.0",
    "Upload-Offset,1234567890123456",
    "Upload-Offset,x"
  })
  void headerThatIsNone_isToldByItsName(String name, String value) {
    String location = UploadCalls.begin();
    UploadCalls.bytes(UploadHeaders.PARTIAL)
        .header("Upload-Offset", name.equals("Upload-Offset") ? value : "0")
        .header("Upload-Complete", name.equals("Upload-Complete") ? value : "?0")
        .body(new byte[1])
        .patch(UploadCalls.path(location))
        .then()
        .statusCode(400)
        .contentType(PROBLEM)
        .body("violations[0].field", equalTo(name))
        .body("violations[0].value", equalTo(value));
  }

  @Test
  void whatIsMissing_isTold() {
    given()
        .post("/v1/uploads")
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("Upload-Complete"));
    String location = UploadCalls.begin();
    UploadCalls.bytes(UploadHeaders.PARTIAL)
        .header("Upload-Complete", "?0")
        .body(new byte[1])
        .patch(UploadCalls.path(location))
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("Upload-Offset"));
    UploadCalls.bytes("text/csv")
        .header("Upload-Offset", 0)
        .header("Upload-Complete", "?0")
        .body(new byte[1])
        .patch(UploadCalls.path(location))
        .then()
        .statusCode(415);
    UploadCalls.append("/v1/uploads/upload-none", 0, new byte[1], false)
        .statusCode(404)
        .contentType(PROBLEM);
    given().delete("/v1/uploads/upload-none").then().statusCode(404).contentType(PROBLEM);
    UploadCalls.bytes("text/csv")
        .body("id\n")
        .post("/v1/workloads?format=csv&upload=" + UploadCalls.id(location))
        .then()
        .statusCode(400)
        .body("violations[0].rule", equalTo("must be empty beside upload"));
  }
}
