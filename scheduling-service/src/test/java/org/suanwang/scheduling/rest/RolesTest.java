package org.suanwang.scheduling.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.local.testing.PostgresTestResource;
import org.suanwang.scheduling.client.FakeCatalog;

/** With roles switched on: who may make which call, and what the others are told. */
@QuarkusTest
@TestProfile(RolesOn.class)
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeCatalog.class, scope = TestResourceScope.GLOBAL)
class RolesTest {
  private static final String PROBLEM = "application/problem+json";
  private static final List<String> ROLES = List.of("reader", "analyst", "operator");

  private static final String PART = "application/partial-upload";

  private record Call(String method, String path, String role) {
    /** An answer to HEAD has none. */
    boolean hasBody() {
      return !method.equals("HEAD");
    }

    Response make(@Nullable String token) {
      var request =
          given().contentType(method.equals("PATCH") ? PART : ContentType.JSON.toString());
      if (token != null) {
        request.auth().oauth2(token);
      }
      if (!method.equals("GET")) {
        request.body("{}".getBytes(StandardCharsets.UTF_8));
      }
      return request.request(method, path.replaceAll("\\{\\w+}", "1"));
    }
  }

  /** The calls as the contract has them, with the role that it says they need. */
  private static List<Call> calls() {
    JsonPath contract = given().get("/q/openapi?format=json").jsonPath();
    var calls = new ArrayList<Call>();
    for (String path : contract.<String, Object>getMap("paths").keySet()) {
      for (String method : contract.<String, Object>getMap("paths.'" + path + "'").keySet()) {
        String role =
            contract.getString("paths.'" + path + "'." + method + ".security[0].roles[0]");
        assertThat(ROLES).as(method + " " + path + " names its role").contains(role);
        calls.add(new Call(method.toUpperCase(Locale.ROOT), path, role));
      }
    }
    assertThat(calls).isNotEmpty();
    return calls;
  }

  private static JwtClaimsBuilder claims(String... roles) {
    return Jwt.upn("example-analyst").groups(Set.of(roles));
  }

  @Test
  void everyCall_withoutAToken_isRefused() {
    for (Call call : calls()) {
      var refused = call.make(null).then().statusCode(401).header("WWW-Authenticate", "Bearer");
      if (call.hasBody()) {
        refused
            .contentType(PROBLEM)
            .body("status", is(401))
            .body("detail", containsString("token"));
      }
    }
  }

  @Test
  void everyCall_withLessThanItsRole_saysWhichRoleIsMissing() {
    for (Call call : calls()) {
      for (String less : ROLES.subList(0, ROLES.indexOf(call.role()))) {
        var refused = call.make(claims(less).sign()).then().statusCode(403);
        if (call.hasBody()) {
          refused
              .contentType(PROBLEM)
              .body("detail", containsString("needs the role " + call.role()))
              .body("detail", containsString("grants " + ROLES.getFirst()));
        }
      }
    }
  }

  @Test
  void everyCall_withItsRoleOrAGreaterOne_isTaken() {
    for (Call call : calls()) {
      for (String enough : ROLES.subList(ROLES.indexOf(call.role()), ROLES.size())) {
        assertThat(call.make(claims(enough).sign()).statusCode())
            .as("%s as %s", call, enough)
            .isNotIn(401, 403)
            .isLessThan(500);
      }
    }
  }

  @Test
  void tokenWithoutAHouseRole_isForbidden() {
    given()
        .auth()
        .oauth2(claims("visitor").sign())
        .get("/v1/policies")
        .then()
        .statusCode(403)
        .body("detail", containsString("none of reader, analyst, operator"));
  }

  @Test
  void tokenOfAnotherSigner_isRefused() {
    refused(claims("operator").sign(RolesOn.newKeys().getPrivate()));
  }

  @Test
  void expiredToken_isRefused() {
    Instant yesterday = Instant.now().minus(Duration.ofDays(1));
    refused(claims("operator").issuedAt(yesterday).expiresAt(yesterday.plusSeconds(60)).sign());
  }

  @Test
  void unsignedToken_isRefused() {
    refused("eyJhbGciOiJub25lIn0.eyJncm91cHMiOlsib3BlcmF0b3IiXSwiZXhwIjo5OTk5OTk5OTk5fQ.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "ey", "..", "....", "a.b.c", "e30.e30.e30", "a.b.c d.e.f", "a.b.c.d.e"})
  void textThatIsNoToken_isRefused(String text) {
    refused(text);
  }

  private static void refused(String token) {
    given()
        .header("Authorization", "Bearer " + token)
        .get("/v1/policies")
        .then()
        .statusCode(401)
        .contentType(PROBLEM)
        .header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
  }

  @Test
  void tokenSignedWithThePublicKeyAsSecret_isRefused() {
    String key = ConfigProvider.getConfig().getValue("quarkus.oidc.public-key", String.class);
    refused(claims("operator").signWithSecret(key));
  }

  @Test
  void issuerThatIsGone_isTheServicesProblem() {
    given()
        .auth()
        .oauth2(claims("operator").sign())
        .get(RolesOn.BEHIND_A_GONE_ISSUER)
        .then()
        .statusCode(503)
        .contentType(PROBLEM)
        .body("detail", containsString("issuer"));
  }

  @Test
  void catalogue_isAskedWithTheServicesOwnToken() {
    given()
        .contentType(ContentType.JSON)
        .auth()
        .oauth2(claims("analyst").sign())
        .body(
            """
            {"name":"f","hubs":[{"id":"h","pools":[
              {"deviceType":"huawei-ascend-910","nodes":2,"devicesPerNode":8}]}]}""")
        .post("/v1/fleets")
        .then()
        .statusCode(201);
    assertThat(FakeCatalog.LAST_AUTHORIZATION.get()).isEqualTo("Bearer of-the-scheduler");
  }

  @Test
  void headOfARead_needsTheRoleOfTheRead() {
    given().head("/v1/policies").then().statusCode(401);
    given().auth().oauth2(claims("reader").sign()).head("/v1/policies").then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/q/health", "/q/health/ready", "/q/metrics", "/q/openapi"})
  void whatTheClusterReads_isOpen(String path) {
    given().get(path).then().statusCode(200);
  }
}
