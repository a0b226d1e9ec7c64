package org.suanwang.catalog.rest;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;

/** Writes after the database has cut the connections that were kept. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class DatabaseAwayTest {
  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  @ConfigProperty(name = "quarkus.datasource.username")
  String user;

  @ConfigProperty(name = "quarkus.datasource.password")
  String password;

  private static ValidatableResponse post(int watts) {
    String body =
        """
        {"subject":"amd-mi250","attribute":{"kind":"power"},
         "quantity":{"value":%d,"unit":"W"},"source":{"id":"epoch-ml-hardware"},
         "locator":{"place":"database away"},"asOf":"2026-01-01","basis":{"kind":"REPORTED"}}"""
            .formatted(watts);
    return given().contentType("application/json").body(body).post("/v1/claims").then();
  }

  @Test
  void connectionsCutByTheDatabase_areNotUsedAgain() throws SQLException {
    post(502).statusCode(201);
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
          WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()""");
    }
    post(503).statusCode(201);
  }
}
