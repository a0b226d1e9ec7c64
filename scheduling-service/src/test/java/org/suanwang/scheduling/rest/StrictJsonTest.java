package org.suanwang.scheduling.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.suanwang.local.testing.PostgresTestResource;

/** Nothing in a body is guessed at or left aside. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class StrictJsonTest {
  private static final String GOOD =
      "{\"name\":\"w\",\"jobs\":[{\"id\":\"a\",\"devices\":1,\"durationHours\":1,\"cpuMilli\":5}]}";

  static Stream<Arguments> bodies() {
    return Stream.of(
        change("\"devices\":1", "\"devices\":1,\"devices\":2", "Duplicate field 'devices'"),
        Arguments.of(GOOD + "{}", "nothing after it"),
        Arguments.of(GOOD + "]", "Unexpected close marker"),
        change("\"devices\":1", "\"devices\":1.0", "must be a whole number"),
        change("\"devices\":1", "\"devices\":1e0", "must be a whole number"),
        change("\"devices\":1", "\"devices\":\"1\"", "must be a whole number"),
        change("\"devices\":1", "\"devices\":\"\"", "must be a whole number"),
        change("\"devices\":1", "\"devices\":true", "must be a whole number"),
        change("\"devices\":1", "\"devices\":[1]", "must be a whole number"),
        change("\"devices\":1", "\"devices\":01", "eading zeroes"),
        change("\"devices\":1", "\"devices\":+1", "must be JSON"),
        change("\"devices\":1", "\"devices\":0x1", ""),
        change("\"devices\":1", "\"devices\":2147483648", "within the range"),
        change("\"devices\":1", "\"devices\":-1e999", "must be a whole number"),
        change("\"durationHours\":1", "\"durationHours\":\"1\"", "must be a number"),
        change("\"durationHours\":1", "\"durationHours\":false", "must be a number"),
        change("\"durationHours\":1", "\"durationHours\":Infinity", ""),
        change("\"durationHours\":1", "\"durationHours\":" + "1".repeat(61), "longer"),
        change("\"a\"", "5", "must be a text"),
        change("\"a\"", "5.5", "must be a text"),
        change("\"a\"", "true", "must be a text"),
        change("\"a\"", "[\"a\"]", "must be a text"),
        change("\"a\"", "{}", "must be a text"),
        change("\"a\"", "\"a\\u0000\"", "must be a text without control characters"),
        change("\"a\"", "\"a\\ud800\"", "must be a text without control characters"),
        change("\"a\"", "'a'", ""),
        change("\"a\",", "\"a\",,", ""),
        change("}]", "},]", ""),
        change("}]", "}/* */]", ""),
        change("\"id\"", "\"id\":\"b\",\"regionRequired\":1,\"x\"", "must be true or false"),
        change("\"id\"", "\"id\":\"b\",\"regionRequired\":\"true\",\"x\"", "must be true or false"),
        change("\"jobs\"", "\"background\":\"\",\"jobs\"", "must be an object"),
        change("\"jobs\"", "\"background\":[],\"jobs\"", "must be an object"),
        change("\"jobs\"", "\"Jobs\"", "is not a field of this body"),
        Arguments.of(GOOD.replace("[{", "{").replace("}]", "}"), "must be a list"),
        Arguments.of("[" + GOOD + "]", "must be an object"));
  }

  @ParameterizedTest
  @CsvSource({"'\"1\"',1", "true,true", "[1],[", "{},{", "1.5,1.5"})
  void valueOfTheWrongKind_isReadBackWithItsField(String sent, String value) {
    Calls.post("/v1/workloads", GOOD.replace("\"devices\":1", "\"devices\":" + sent))
        .statusCode(400)
        .body("violations[0].field", equalTo("jobs[0].devices"))
        .body("violations[0].value", equalTo(value))
        .body("violations[0].rule", equalTo("must be a whole number"));
  }

  static Stream<byte[]> bytes() {
    return Stream.of(
        new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'},
        new byte[] {(byte) 0xFF, (byte) 0xFE, (byte) 0xFD},
        new byte[] {0, 0, 0, '{', 0x7F, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF},
        new byte[] {0, 0, 0, 0},
        new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0});
  }

  @ParameterizedTest
  @MethodSource("bytes")
  void bytesThatAreNoJson_areAProblem(byte[] body) {
    given()
        .contentType("application/json")
        .body(body)
        .post("/v1/workloads")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  private static Arguments change(String from, String to, String rule) {
    return Arguments.of(GOOD.replace(from, to), rule);
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void looseBody_isRefusedInWordsOfTheContract(String body, String rule) {
    Calls.post("/v1/workloads", body)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations[0].rule", containsString(rule));
  }
}
