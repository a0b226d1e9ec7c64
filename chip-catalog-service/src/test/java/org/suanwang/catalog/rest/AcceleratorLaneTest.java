package org.suanwang.catalog.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.local.testing.PostgresTestResource;

/** The short way of the two busiest reads answers as the long way does. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class AcceleratorLaneTest {
  /** JSON too, but in words that send a request the long way. */
  private static final String LONG_WAY = "application/json;q=1.0, text/plain;q=0.1";

  private static final String ANY = "*/*";

  private static Response get(String path, Map<String, String> headers) {
    RequestSpecification request = given().urlEncodingEnabled(false);
    headers.forEach(request::header);
    return request.get(path);
  }

  private static Map<String, List<String>> headers(Response response) {
    return response.headers().asList().stream()
        .collect(
            Collectors.groupingBy(
                h -> h.getName().toLowerCase(Locale.ROOT),
                TreeMap::new,
                Collectors.mapping(Header::getValue, Collectors.toList())));
  }

  private static void assertSame(Response shortWay, Response longWay) {
    assertThat(shortWay.statusCode()).isEqualTo(longWay.statusCode());
    assertThat(shortWay.asByteArray()).isEqualTo(longWay.asByteArray());
    assertThat(headers(shortWay)).isEqualTo(headers(longWay));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/accelerators",
        "/v1/accelerators?limit=30",
        "/v1/accelerators?country=CN&limit=3",
        "/v1/accelerators?limit=3&country=CN",
        "/v1/accelerators?text=%E6%98%87%E8%85%BE",
        "/v1/accelerators?sort=-fp16&precision=FP16&limit=5",
        "/v1/accelerators?limit=0",
        "/v1/accelerators?limit=3&limit=4",
        "/v1/accelerators?nonsense=1",
        "/v1/accelerators?cursor=x",
        "/v1/accelerators/nvidia-h100-sxm",
        "/v1/accelerators/nvidia%2Dh100-sxm",
        "/v1/accelerators/nvidia-h100-sxm?asOf=2023-01-01",
        "/v1/accelerators/nvidia-h100-sxm?nonsense=1",
        "/v1/accelerators/nvidia-h100-sxm/",
        "/v1/accelerators/nvidia-h100-sxm/claims?limit=2",
        "/v1/accelerators/",
        "/v1/accelerators/none",
        "/v1/accelerators-of-none",
      })
  void bothWays_answerTheSame(String path) {
    assertSame(get(path, Map.of("Accept", ANY)), get(path, Map.of("Accept", LONG_WAY)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/accelerators?limit=2", "/v1/accelerators/nvidia-h100-sxm"})
  void knownVersion_isNotSentAgainOnBothWays(String path) {
    String tag = get(path, Map.of("Accept", ANY)).header("ETag");
    for (String known : List.of(tag, "W/" + tag, "\"x\", " + tag, "*")) {
      Response answer = get(path, Map.of("Accept", ANY, "If-None-Match", known));
      assertThat(answer.statusCode()).isEqualTo(304);
      assertSame(answer, get(path, Map.of("Accept", LONG_WAY, "If-None-Match", known)));
    }
    assertThat(get(path, Map.of("If-None-Match", "\"x\"")).statusCode()).isEqualTo(200);
  }

  /** Often enough that the answer moves to where it is sent from. */
  @Test
  void questionAskedOften_isAnsweredByTheSameBytes() {
    String path = "/v1/accelerators?vendor=nvidia&limit=7";
    Response first = get(path, Map.of());
    for (int i = 0; i < 40; i++) {
      assertSame(get(path, Map.of()), first);
    }
  }

  @Test
  void metrics_nameTheCallAndNotTheAccelerator() {
    get("/v1/accelerators/nvidia-h100-sxm", Map.of()).then().statusCode(200);
    assertThat(get("/q/metrics", Map.of()).asString())
        .contains("uri=\"/v1/accelerators/{id}\"")
        .doesNotContain("uri=\"/v1/accelerators/nvidia-h100-sxm\"");
  }
}
