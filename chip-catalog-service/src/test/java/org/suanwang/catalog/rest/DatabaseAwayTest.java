package org.suanwang.catalog.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;

/** Writes while the database gives no connection, and after it has cut the ones that were kept. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class DatabaseAwayTest {
  @Inject AgroalDataSource database;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  @ConfigProperty(name = "quarkus.datasource.username")
  String user;

  @ConfigProperty(name = "quarkus.datasource.password")
  String password;

  private static ValidatableResponse post(int watts) {
    String body =
        """
        {"accelerator":"amd-mi250","attribute":{"kind":"power"},
         "quantity":{"value":%d,"unit":"W"},"source":{"id":"epoch-ml-hardware"},
         "locator":{"place":"database away"},"asOf":"2026-01-01","basis":{"kind":"REPORTED"}}"""
            .formatted(watts);
    return given().contentType("application/json").body(body).post("/v1/claims").then();
  }

  @Test
  void noConnection_isToldAs503AndReadsGoOn() throws SQLException {
    List<Connection> all = new ArrayList<>();
    try {
      takeAll(all);
      post(501)
          .statusCode(503)
          .contentType("application/problem+json")
          .header("Retry-After", is("5"))
          .body("detail", containsString("database does not answer"));
      given().get("/v1/accelerators/amd-mi250").then().statusCode(200);
    } finally {
      for (Connection connection : all) {
        connection.close();
      }
    }
    post(501).statusCode(201);
  }

  /** Until the pool gives no more; who listens for versions has one of them already. */
  private void takeAll(List<Connection> taken) {
    while (true) {
      try {
        taken.add(database.getConnection());
      } catch (SQLException noneInTime) {
        return;
      }
    }
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
