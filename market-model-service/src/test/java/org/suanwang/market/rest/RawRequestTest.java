package org.suanwang.market.rest;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.suanwang.market.rest.Refusals.problem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
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
@WithTestResource(value = FakeCatalogue.class, scope = TestResourceScope.GLOBAL)
class RawRequestTest {
  private static String post(String path, String... headers) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      socket.setSoTimeout(10_000);
      String all =
          "POST "
              + path
              + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
              + String.join("\r\n", headers)
              + "\r\n\r\n{}";
      socket.getOutputStream().write(all.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type: /",
        "Content-Type: ;",
        "Content-Type: nonsense",
        "Content-Type: application/json;charset",
        "Content-Type: application/json;charset=nonsense",
        "Content-Type: application/json\r\nAccept: /",
        "Content-Type: application/json\r\nAccept: ;q=1",
        "Content-Type: application/json\r\nAccept: application/json;q=much"
      })
  void mediaTypeThatCannotBeRead_isAProblem(String header) throws IOException {
    for (String path : new String[] {"/v1/evaluations", "/v1/models"}) {
      assertThat(post(path, header, "Content-Length: 2"))
          .matches("(?s)HTTP/1.1 4\\d\\d .*")
          .contains("application/problem+json")
          .doesNotContain("Exception", "org.suanwang");
    }
  }

  @Test
  void tooLargeBody_isAProblem() throws IOException {
    assertThat(post("/v1/models", "Content-Length: 99999999999"))
        .startsWith("HTTP/1.1 413 ")
        .contains("application/problem+json")
        .contains("The body has 99999999999 bytes, and at most 8388608 are read");
  }

  /** Nobody knows how long it will be, so the server counts, and breaks off. */
  @Test
  void tooLargeBodyOfUnknownLength_isRefusedByTheServerWithoutABody() throws IOException {
    String chunk = "a00000\r\n" + " ".repeat(0xa00000) + "\r\n0\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      String head = "POST /v1/models HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
      socket
          .getOutputStream()
          .write((head + "Transfer-Encoding: chunked\r\n\r\n" + chunk).getBytes(UTF_8));
      byte[] answer = socket.getInputStream().readNBytes(13);
      assertThat(new String(answer, UTF_8)).isEqualTo("HTTP/1.1 413 ");
    }
  }

  @Test
  void bytesThatAreNoText_areRefused() {
    byte[] beginsLikeUtf32 = {0, 0, (byte) 0xfe, (byte) 0xff, 0, 0x11, 0, 0};
    for (String path : new String[] {"/v1/evaluations", "/v1/demands", "/v1/models"}) {
      problem(given().contentType(ContentType.JSON).body(beginsLikeUtf32).post(path).then(), 400)
          .body("violations[0].rule", equalTo("must be text in UTF-8"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"title: \"Cooling", "parameters:"})
  void brokenUtf8InAModel_isRefusedWithItsLine(String before) {
    String document =
        Examples.MODEL_POST
            .replace("id: rack-cooling", "id: broken-cooling")
            .replace("parameters:", "# first\nparameters:")
            .replaceFirst(before, before + (before.endsWith(":") ? " # \u00ff\u00fe" : "\u00ff"));
    byte[] bytes = document.getBytes(StandardCharsets.ISO_8859_1);
    problem(given().contentType(ContentType.JSON).body(bytes).post("/v1/models").then(), 400)
        .body("violations[0].rule", equalTo("must be text in UTF-8"))
        .body(
            "violations[0].field", equalTo(before.endsWith(":") ? "model.yaml:5" : "model.yaml:2"));
    given().get("/v1/models/broken-cooling").then().statusCode(404);
  }

  @Test
  void wellFormedUtf8_isKeptAsItIs() {
    String document =
        Examples.MODEL_POST
            .replace("id: rack-cooling", "id: utf8-cooling")
            .replace("Cooling of a rack\"", "机柜冷却 😀\"");
    byte[] bytes = document.getBytes(UTF_8);
    given().contentType(ContentType.JSON).body(bytes).post("/v1/models").then().statusCode(201);
    given().get("/v1/models/utf8-cooling").then().body("title", equalTo("机柜冷却 😀"));
  }
}
