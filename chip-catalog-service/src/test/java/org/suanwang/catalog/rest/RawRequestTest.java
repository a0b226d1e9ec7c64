package org.suanwang.catalog.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.local.testing.PostgresTestResource;

/** Requests that no well-mannered client sends, byte for byte. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class RawRequestTest {
  private static String send(String requestLine, String... headers) throws IOException {
    return exchange(requestLine, "", headers);
  }

  private static String exchange(String requestLine, String body, String... headers)
      throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      socket.setSoTimeout(10_000);
      String head = requestLine + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
      String all = head + String.join("", headers) + "\r\n" + body;
      socket.getOutputStream().write(all.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void assertProblem(String answer) {
    assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d .*").contains("application/problem+json");
    assertThat(answer).doesNotContain("Exception", "org.suanwang");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /v1/accelerators?limit=%ff",
        "GET /v1/accelerators?q=%ff%fe&limit=0",
        "GET /v1/accelerators/%00",
        "GET /v1/accelerators/%ff",
        "GET /v1/accelerators/a%2fb",
        "GET /v1/accelerators/../nothing",
        "GET //v1//nothing",
        "BREW /v1/accelerators",
        "TRACE /v1/accelerators",
        "PUT /v1/accelerators/amd-mi250",
        "PATCH /v1/claims",
        "DELETE /v1/claims/amd-mi250.figure-5.fp16",
        "GET /v1/equivalences",
        "GET /nothing",
        "GET /v2/accelerators"
      })
  void oddRequests_areProblems(String request) throws IOException {
    assertProblem(send(request));
  }

  @Test
  void overlongIds_areProblems() throws IOException {
    assertProblem(send("GET /v1/accelerators/" + "x".repeat(3_000)));
  }

  @Test
  void contentTypes_thatAreNotJson_areProblems() throws IOException {
    for (String type : new String[] {"text/plain", "application/xml", "nonsense", "a/b/c", ""}) {
      assertProblem(
          exchange(
              "POST /v1/comparisons",
              "{}",
              "Content-Type: " + type + "\r\n",
              "Content-Length: 2\r\n"));
    }
    assertProblem(exchange("POST /v1/comparisons", "{}", "Content-Length: 2\r\n"));
    assertProblem(send("GET /v1/accelerators", "Accept: image/png\r\n"));
    assertProblem(send("GET /v1/accelerators", "Accept: nonsense\r\n"));
  }

  @Test
  void importThatDoesNotSayWhatItIs_isAProblem() throws IOException {
    String answer = exchange("POST /v1/imports", "{}", "Content-Length: 2\r\n");
    assertProblem(answer);
    assertThat(answer).contains("\"field\":\"Content-Type\"", "application/yaml");
  }

  /** The HTTP server answers these itself, before anything of ours, and without a body. */
  @Test
  void unsoundHttp_isRefusedByTheServer() throws IOException {
    assertThat(send("GET /v1/accelerators?%zz=1")).startsWith("HTTP/1.1 400 ");
    assertThat(send("GET /v1/accelerators/%zz")).startsWith("HTTP/1.1 400 ");
    assertThat(send("GET /v1/accelerators?limit=%")).startsWith("HTTP/1.1 400 ");
    assertThat(send("GET /v1/accelerators/" + "x".repeat(20_000))).startsWith("HTTP/1.0 414 ");
    assertThat(send("GET /v1/accelerators", "X-Long: " + "x".repeat(200_000) + "\r\n"))
        .contains(" 431 ");
  }

  @Test
  void bodyLongerThanAnySoundOne_isRefusedBeforeItIsSent() throws IOException {
    assertThat(send("POST /v1/comparisons", "Content-Length: 99999999999\r\n"))
        .startsWith("HTTP/1.1 413 ")
        .contains("application/problem+json", "must be at most 1048576 bytes");
    assertThat(send("POST /v1/imports", "Content-Length: 16777217\r\n"))
        .startsWith("HTTP/1.1 413 ")
        .contains("application/problem+json", "must be at most 16777216 bytes");
  }

  @Test
  void bodyThatDoesNotTellItsLength_isReadNoFurtherThanTheLimit() throws IOException {
    String chunk = " ".repeat(1 << 20) + "  {}";
    String body = Integer.toHexString(chunk.length()) + "\r\n" + chunk + "\r\n0\r\n\r\n";
    assertProblem(
        exchange(
            "POST /v1/comparisons",
            body,
            "Content-Type: application/json\r\n",
            "Transfer-Encoding: chunked\r\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud800", "\\udc00x", "a\\u202eb"})
  void halvesOfCharactersAndMarksOfDirection_areProblems(String text) throws IOException {
    String body =
        """
        {"subject":"amd-mi250","attribute":{"kind":"power"},"quantity":{"value":7,"unit":"W"},
         "source":{"id":"epoch-ml-hardware"},"locator":{"place":"%s"},"asOf":"2026-01-01",
         "basis":{"kind":"REPORTED"}}"""
            .formatted(text);
    String answer =
        exchange(
            "POST /v1/claims",
            body,
            "Content-Type: application/json\r\n",
            "Content-Length: " + body.length() + "\r\n");
    assertProblem(answer);
    assertThat(answer).contains("locator.place", "halves of characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "\"", "\"\"", "\"a\", \"b\"", "W/\"x\"", "2026-11-24-000000000000"})
  void oddVersions_areRefusedOrFailThePrecondition(String tag) throws IOException {
    String body =
        """
        {"subject":"amd-mi250","attribute":{"kind":"power"},"quantity":{"value":7,"unit":"W"},
         "source":{"id":"epoch-ml-hardware"},"locator":{"place":"raw"},"asOf":"2026-01-01",
         "basis":{"kind":"REPORTED"}}""";
    assertProblem(
        exchange(
            "POST /v1/claims",
            body,
            "Content-Type: application/json\r\n",
            "If-Match: " + tag + "\r\n",
            "Content-Length: " + body.length() + "\r\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type: /",
        "Content-Type: ;",
        "Content-Type: application/json;charset",
        "Content-Type: application/json;charset=nonsense",
        "Content-Type: application/json\r\nAccept: /",
        "Content-Type: application/json\r\nAccept: ;q=1",
        "Content-Type: application/json\r\nAccept: application/json;q=much"
      })
  void mediaTypes_thatCannotBeRead_areProblems(String header) throws IOException {
    assertProblem(exchange("POST /v1/comparisons", "{}", header + "\r\n", "Content-Length: 2\r\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b/c", "/", ";", ";;;", "*", "a/*/b", "x y/z", "application/json;;="})
  void acceptHeaders_thatCannotBeRead_areProblemsOrGetJson(String type) throws IOException {
    assertThat(send("GET /v1/accelerators?limit=1", "Accept: " + type + "\r\n"))
        .matches("(?s)HTTP/1.1 (4\\d\\d|200) .*application/(problem\\+)?json.*");
    assertThat(send("GET /q/nothing", "Accept: " + type + "\r\n")).startsWith("HTTP/1.1 4");
    assertThat(send("GET /v1/claims/x", "Accept: " + type + "\r\n")).startsWith("HTTP/1.1 4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void blankIdempotencyKeys_areProblems(String key) throws IOException {
    String body =
        """
        {"subject":"amd-mi250","attribute":{"kind":"power"},"quantity":{"value":9,"unit":"W"},
         "source":{"id":"epoch-ml-hardware"},"locator":{"place":"raw"},"asOf":"2026-01-01",
         "basis":{"kind":"REPORTED"}}""";
    String answer =
        exchange(
            "POST /v1/claims",
            body,
            "Content-Type: application/json\r\n",
            "Idempotency-Key:" + key + "\r\n",
            "Content-Length: " + body.length() + "\r\n");
    assertProblem(answer);
    assertThat(answer).contains("\"field\":\"Idempotency-Key\"", "leave the header out");
  }
}
