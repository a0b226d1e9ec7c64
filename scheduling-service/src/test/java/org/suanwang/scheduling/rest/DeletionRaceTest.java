package org.suanwang.scheduling.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;
import org.suanwang.scheduling.experiment.Progress;
import org.suanwang.scheduling.experiment.RunDesk;
import org.suanwang.scheduling.experiment.RunExecutor;
import org.suanwang.scheduling.store.Replica;

/** Deleting while others ask, take, run and delete too. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class DeletionRaceTest {
  private static final int ROUNDS = 40;
  private static final String FLEET =
      "{\"name\":\"f\",\"hubs\":[{\"id\":\"h\",\"pools\":[{\"deviceType\":\"d\",\"nodes\":2,"
          + "\"devicesPerNode\":8}]}],\"deviceTypes\":[{\"id\":\"d\"}]}";
  private static final String DRAWN =
      "{\"name\":\"w\",\"background\":{\"seed\":1,\"jobs\":%d,\"days\":40}}";

  @Inject AgroalDataSource dataSource;
  @Inject RunDesk desk;
  @Inject RunExecutor executor;
  @Inject Replica replica;

  private static int status(String method, String path) {
    return given().request(method, path).statusCode();
  }

  private static int submitted(String fleet, String workload) {
    return given()
        .contentType("application/json")
        .body(
            "{\"fleet\":\"%s\",\"workload\":\"%s\",\"policy\":\"fifo-first-fit\"}"
                .formatted(fleet, workload))
        .post("/v1/simulations")
        .statusCode();
  }

  private static <T> List<T> atOnce(List<Callable<T>> calls)
      throws InterruptedException, ExecutionException {
    List<T> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<T> future : threads.invokeAll(calls)) {
        answers.add(future.get());
      }
    }
    return answers;
  }

  /** Either the simulation is there with its fleet, or neither is. */
  @Test
  void fleetDeletedWhileASimulationIsAskedFor_isNotHalfThere()
      throws InterruptedException, ExecutionException {
    String workload = Calls.created("/v1/workloads", DRAWN.formatted(5));
    for (int i = 0; i < ROUNDS; i++) {
      String fleet = Calls.created("/v1/fleets", FLEET);
      List<Integer> answers =
          atOnce(
              List.of(
                  () -> submitted(fleet, workload), () -> status("DELETE", "/v1/fleets/" + fleet)));
      assertThat(answers.get(0)).isIn(202, 404, 409);
      assertThat(answers.get(1)).isEqualTo(answers.get(0) == 202 ? 409 : 204);
      assertThat(status("GET", "/v1/fleets/" + fleet)).isEqualTo(answers.get(0) == 202 ? 200 : 404);
    }
  }

  /** Cancelled and deleted as workers of two replicas take it: it is gone and stays gone. */
  @Test
  void runsDeletedWhileTheyAreTaken_stayAway()
      throws InterruptedException, ExecutionException, SQLException {
    String fleet = Calls.created("/v1/fleets", FLEET);
    String workload = Calls.created("/v1/workloads", DRAWN.formatted(20_000));
    replica.start();
    List<String> ids = new ArrayList<>();
    try {
      for (int i = 0; i < ROUNDS; i++) {
        String id = Calls.simulation(fleet, workload, "fifo-first-fit", "");
        ids.add(id);
        String path = "/v1/simulations/" + id;
        Thread.sleep(i * 13L % 600);
        int cancelled = status("POST", path + "/cancel");
        assertThat(cancelled).isIn(200, 409);
        List<Integer> answers =
            atOnce(List.of(() -> status("DELETE", path), () -> status("DELETE", path)));
        assertThat(answers).containsExactlyInAnyOrder(204, 404);
      }
      waitUntilNoneIsQueued(ids);
    } finally {
      replica.stop();
    }
    for (String id : ids) {
      Calls.get("/v1/simulations/" + id).statusCode(404);
    }
    given().delete("/v1/fleets/" + fleet).then().statusCode(204);
  }

  /** No worker failed on one: it would come back to it after five seconds. */
  private void waitUntilNoneIsQueued(List<String> ids) throws InterruptedException, SQLException {
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    while (number("count(*)", ids) > 0 && Instant.now().isBefore(end)) {
      assertThat(number("coalesce(max(consecutive_failures), 0)", ids)).isZero();
      Thread.sleep(50);
    }
    assertThat(number("count(*)", ids)).isZero();
  }

  private int number(String what, List<String> ids) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select %s from scheduled_tasks where task_instance in ('%s')"
                    .formatted(what, String.join("','", ids)))) {
      assertThat(row.next()).isTrue();
      return row.getInt(1);
    }
  }

  @Test
  void whatAWorkerTellsOfADeletedRun_isNotKept() {
    String fleet = Calls.created("/v1/fleets", FLEET);
    String workload = Calls.created("/v1/workloads", DRAWN.formatted(5));
    String id = Calls.simulation(fleet, workload, "fifo-first-fit", "");
    String path = "/v1/simulations/" + id;
    given().post(path + "/cancel");
    given().delete(path).then().statusCode(204);
    Progress half = new Progress(0.5, 7, 7, 7);
    assertThat(desk.begin(id)).isFalse();
    assertThat(desk.report(id, half)).isFalse();
    desk.fail(id, half, "late");
    desk.settleCancelled(id, half);
    executor.execute(id);
    executor.abandon(id, 4);
    Calls.get(path).statusCode(404);
  }

  /** The experiment is deleted once, with all runs, whoever cancels and deletes beside. */
  @Test
  void experimentDeletedAndCancelledAtOnce_isGoneWhollyOrWhollyThere()
      throws InterruptedException, ExecutionException {
    String fleet = Calls.created("/v1/fleets", FLEET);
    String workload = Calls.created("/v1/workloads", DRAWN.formatted(20_000));
    for (int i = 0; i < ROUNDS / 4; i++) {
      String body =
          ("{\"name\":\"e\",\"fleets\":[\"%s\"],\"workloads\":[\"%s\"],\"seeds\":[1,2,3,4,5,6],"
                  + "\"policies\":[\"fifo-first-fit\"]}")
              .formatted(fleet, workload);
      String id = Calls.post("/v1/experiments", body).statusCode(202).extract().path("id");
      String path = "/v1/experiments/" + id;
      List<Integer> answers =
          atOnce(
              List.of(
                  () -> status("POST", path + "/cancel"),
                  () -> status("DELETE", path),
                  () -> status("GET", path + "/results"),
                  () -> status("DELETE", path)));
      assertThat(answers.get(2)).isIn(200, 404);
      boolean isGone = answers.get(1) == 204 || answers.get(3) == 204;
      assertThat(status("GET", path)).isEqualTo(isGone ? 404 : 200);
      if (!isGone) {
        given().delete(path).then().statusCode(204);
      }
    }
    given().delete("/v1/fleets/" + fleet).then().statusCode(204);
  }
}
