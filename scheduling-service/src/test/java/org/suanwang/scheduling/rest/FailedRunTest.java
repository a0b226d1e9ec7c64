package org.suanwang.scheduling.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;

/** What becomes of a run whose worker dies, and of one that fails by itself or by the database. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class FailedRunTest {
  private static final String FLEET =
      "{\"name\":\"f\",\"hubs\":[{\"id\":\"h\",\"pools\":[{\"deviceType\":\"d\",\"nodes\":50,"
          + "\"devicesPerNode\":8}]}],\"deviceTypes\":[{\"id\":\"d\"}]}";

  @Inject AgroalDataSource dataSource;

  private static String shortWorkload() {
    return Calls.created(
        "/v1/workloads", "{\"name\":\"short\",\"background\":{\"seed\":1,\"jobs\":50,\"days\":1}}");
  }

  @Test
  void runOfAKilledWorker_isTakenByAnother() throws InterruptedException, SQLException {
    String fleet = Calls.created("/v1/fleets", FLEET);
    String id = Calls.simulation(fleet, shortWorkload(), "fifo-first-fit", "");
    JsonPath first = Calls.completed(id);
    leaveAsKilled(id, 2);
    JsonPath second = Calls.completed(id);
    assertThat(second.getString("result.eventLogHash"))
        .isEqualTo(first.getString("result.eventLogHash"));
  }

  @Test
  void runThatKilledFourWorkers_failsWithItsReason() throws InterruptedException, SQLException {
    String fleet = Calls.created("/v1/fleets", FLEET);
    String id = Calls.simulation(fleet, shortWorkload(), "fifo-first-fit", "");
    Calls.completed(id);
    leaveAsKilled(id, 3);
    JsonPath body = Calls.finished(id);
    assertThat(body.getString("state")).isEqualTo("FAILED");
    assertThat(body.getString("failure")).contains("died or failed 4 times").contains("memory");
  }

  /** As a worker leaves a run that was killed an hour ago: running, without a sign of life. */
  private void leaveAsKilled(String id, int attemptsBefore) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "update simulation set state = 'RUNNING', result = null, finished_at = null where id = '%s'"
              .formatted(id));
      statement.executeUpdate(
          ("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,"
                  + " last_heartbeat, consecutive_failures, version) values ('simulation', '%s',"
                  + " now() - interval '1 hour', true, 'killed', now() - interval '1 hour', %d, 1)")
              .formatted(id, attemptsBefore));
    }
  }

  @Test
  void runOfAWorkloadThatCannotBeRead_failsAtOnce_andNamesWhatTheLogHolds()
      throws InterruptedException, SQLException {
    String fleet = Calls.created("/v1/fleets", FLEET);
    String workload = shortWorkload();
    String id = Calls.simulation(fleet, workload, "fifo-first-fit", "");
    Calls.completed(id);
    change(
        "update workload set job_table = substring(job_table from 1 for octet_length(job_table) / 2)"
            + " where id = '%s'",
        workload);
    // Those that were asked for last are remembered.
    for (int i = 0; i < 8; i++) {
      Calls.get("/v1/workloads/" + shortWorkload()).statusCode(200);
    }
    leaveAsKilled(id, 0);
    JsonPath body = Calls.finished(id);
    assertThat(body.getString("state")).isEqualTo("FAILED");
    assertThat(body.getString("failure"))
        .matches("a defect of the service; its log holds the cause under failure-[0-9a-f-]{36}");
  }

  @Test
  void runThatTheDatabaseFailsAgainAndAgain_isGivenUp() throws InterruptedException, SQLException {
    String fleet = Calls.created("/v1/fleets", FLEET);
    String id = Calls.simulation(fleet, shortWorkload(), "fifo-first-fit", "");
    Calls.completed(id);
    change(
        "create function refuse() returns trigger language plpgsql as $$ begin"
            + " if new.id = '%s' and new.state = 'COMPLETED' then raise exception 'not today';"
            + " end if; return new; end $$",
        id);
    change(
        "create trigger refuse before update on simulation for each row execute function refuse()",
        id);
    try {
      change(
          "update simulation set state = 'QUEUED', result = null, finished_at = null where id = '%s'",
          id);
      change(
          "insert into scheduled_tasks (task_name, task_instance, execution_time, picked,"
              + " consecutive_failures, version) values ('simulation', '%s', now(), false, 10, 1)",
          id);
      JsonPath body = Calls.finished(id);
      assertThat(body.getString("state")).isEqualTo("FAILED");
      assertThat(body.getString("failure"))
          .contains("died or failed 11 times")
          .contains("database");
    } finally {
      change("drop trigger refuse on simulation", id);
      change("drop function refuse()", id);
    }
  }

  private void change(String sql, String id) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql.formatted(id));
    }
  }
}
