package org.suanwang.catalog.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;

/** What another replica writes and publishes is served here soon after. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class ReplicaTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String CLAIM = "amd-mi250.replica.memory";
  private static final String VERSION = "2099-01-01-0123456789ab";

  @Inject DataSource database;

  @Test
  void versionOfAnotherReplica_isServedHereToo() throws SQLException, InterruptedException {
    writeLikeAnotherReplica();
    Instant until = Instant.now().plus(PATIENCE);
    while (!served().equals(VERSION) && Instant.now().isBefore(until)) {
      Thread.sleep(Duration.ofMillis(100));
    }
    assertThat(served()).isEqualTo(VERSION);
    given().get("/v1/claims/" + CLAIM).then().statusCode(200);
  }

  @Test
  void versionOfAReplicaWithAFastClock_isFollowedByOurs() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO catalog_version (id, content_hash, published_at, claims, cause, last_entry)
          SELECT '2099-01-02-0123456789ab', repeat('c', 64), now() + interval '1 hour', 1, 'fast',
              last_value FROM entry;
          NOTIFY catalog_version""");
    }
    String ours =
        given()
            .contentType("application/json")
            .body(
                """
                {"subject":"amd-mi250x","attribute":{"kind":"power"},
                 "quantity":{"value":560,"unit":"W"},"source":{"id":"epoch-ml-hardware"},
                 "locator":{"place":"replica test"},"asOf":"2026-01-02",
                 "basis":{"kind":"REPORTED"}}""")
            .post("/v1/claims")
            .then()
            .statusCode(201)
            .extract()
            .path("catalogVersion.id");
    assertThat(served()).isEqualTo(ours);
  }

  private static String served() {
    return given().get("/v1/vendors").then().extract().path("catalogVersion.id");
  }

  private void writeLikeAnotherReplica() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO claim (id, subject_id, attribute, quantity, low, high, unit,
              source_id, place, as_of, tier, basis, inputs, recorded_by, recorded_on)
          VALUES ('%s', 'amd-mi250', 'memoryCapacity', 'VALUE', 128, 128, 'GB',
              'epoch-ml-hardware', 'replica', '2026-01-01', 'THIRD_PARTY', 'REPORTED', '{}',
              'another replica', '2026-01-01');
          INSERT INTO catalog_version (id, content_hash, published_at, claims, cause, last_entry)
          SELECT '%s', repeat('b', 64), now(), 1, 'another replica', last_value FROM entry;
          NOTIFY catalog_version, '%s'"""
              .formatted(CLAIM, VERSION, VERSION));
    }
  }
}
