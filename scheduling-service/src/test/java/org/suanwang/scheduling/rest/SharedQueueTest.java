package org.suanwang.scheduling.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;
import org.suanwang.scheduling.store.Replica;

/** Experiments and single simulations in one queue, taken by the workers of several replicas. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class SharedQueueTest {
  private static final String FLEET =
      "{\"name\":\"f\",\"hubs\":[{\"id\":\"h\",\"pools\":[{\"deviceType\":\"d\",\"nodes\":50,"
          + "\"devicesPerNode\":8}]}],\"deviceTypes\":[{\"id\":\"d\"}]}";
  private static final String DRAWN = "{\"name\":\"w\",\"background\":{\"jobs\":%d,\"days\":%d}}";

  @Inject AgroalDataSource dataSource;
  @Inject Replica replica;

  private static String experiment(String fleet, String workload, int seeds) {
    String body =
        ("{\"name\":\"e\",\"fleets\":[\"%s\"],\"workloads\":[\"%s\"],"
                + "\"policies\":[\"fifo-best-fit\"],\"seedRange\":{\"first\":1,\"count\":%d}}")
            .formatted(fleet, workload, seeds);
    return Calls.post("/v1/experiments", body).statusCode(202).extract().path("id");
  }

  private static JsonPath finished(String id) throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofMinutes(2));
    while (Instant.now().isBefore(end)) {
      JsonPath body = Calls.get("/v1/experiments/" + id).statusCode(200).extract().jsonPath();
      if (body.getString("finishedAt") != null) {
        return body;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("experiment " + id + " did not finish");
  }

  @Test
  void laterSimulation_doesNotWaitBehindALargeExperiment() throws InterruptedException {
    String fleet = Calls.created("/v1/fleets", FLEET);
    String large =
        experiment(fleet, Calls.created("/v1/workloads", DRAWN.formatted(100_000, 400)), 200);
    String small = Calls.created("/v1/workloads", DRAWN.formatted(10, 1));
    Calls.completed(Calls.simulation(fleet, small, "fifo-first-fit", ""));
    // By time of submission it would have been the last of 201.
    JsonPath after = Calls.get("/v1/experiments/" + large).extract().jsonPath();
    assertThat(after.getInt("progress.states.QUEUED")).isGreaterThan(100);
    given().post("/v1/experiments/" + large + "/cancel").then().statusCode(200);
  }

  @Test
  void laterExperiment_takesTurnsWithTheEarlier() throws InterruptedException, SQLException {
    String fleet = Calls.created("/v1/fleets", FLEET);
    String drawn = Calls.created("/v1/workloads", DRAWN.formatted(100_000, 400));
    String first = experiment(fleet, drawn, 50);
    String second = experiment(fleet, drawn, 50);
    List<String> queue = queued(first, second);
    given().post("/v1/experiments/" + first + "/cancel").then().statusCode(200);
    given().post("/v1/experiments/" + second + "/cancel").then().statusCode(200);
    assertThat(queue.size()).isGreaterThan(40);
    // Those that wait stand by turns: run 20 of both before run 21 of either.
    List<Integer> runs = queue.stream().map(line -> Integer.valueOf(line.substring(11))).toList();
    assertThat(runs).isSorted();
    assertThat(new HashSet<>(queue)).hasSize(queue.size());
  }

  /** Names of experiments cut to their length, and numbers of runs, in the order of the queue. */
  private List<String> queued(String first, String second) throws SQLException {
    List<String> queue = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                ("select right(s.experiment, 10), s.run_number from scheduled_tasks t"
                        + " join simulation s on s.id = t.task_instance"
                        + " where not t.picked and s.experiment in ('%s', '%s')"
                        + " order by t.priority desc, t.execution_time")
                    .formatted(first, second))) {
      while (rows.next()) {
        queue.add(rows.getString(1) + ' ' + rows.getInt(2));
      }
    }
    return queue;
  }

  /**
   * Two replicas share an experiment, and the worker of a third was killed inside it: every run
   * completes once, with the result that it has by itself.
   */
  @Test
  void experimentWithAKilledWorker_losesAndDoublesNothing()
      throws InterruptedException, SQLException {
    String fleet = Calls.created("/v1/fleets", FLEET);
    String drawn = Calls.created("/v1/workloads", DRAWN.formatted(5_000, 20));
    int seeds = 24;
    // Both workers of this replica are busy until the third one has been killed.
    List<String> busy = List.of(longRun(fleet), longRun(fleet));
    try {
      String id = experiment(fleet, drawn, seeds);
      List<String> killed = List.of(kill(id, 1), kill(id, seeds - 1));
      replica.start();
      busy.forEach(SharedQueueTest::cancel);
      JsonPath body = finished(id);
      assertThat(body.getString("state")).isEqualTo("COMPLETED");
      assertThat(body.getInt("progress.states.COMPLETED")).isEqualTo(seeds);
      JsonPath results =
          Calls.get("/v1/experiments/" + id + "/results").statusCode(200).extract().jsonPath();
      List<String> runs = results.getList("runs.items.simulation");
      assertThat(new HashSet<>(runs)).hasSize(seeds).containsAll(killed);
      assertThat(results.getList("runs.items.seed", Integer.class))
          .isEqualTo(IntStream.rangeClosed(1, seeds).boxed().toList());
      assertThat(new HashSet<>(results.<String>getList("runs.items.eventLogHash"))).hasSize(seeds);
      for (int run : new int[] {0, 1, seeds - 1}) {
        String alone = Calls.simulation(fleet, drawn, "fifo-best-fit", ",\"seed\":" + (run + 1));
        assertThat(Calls.completed(alone).getString("result.eventLogHash"))
            .isEqualTo(results.getString("runs.items[" + run + "].eventLogHash"));
      }
      assertThat(replica.executed()).isNotEmpty().doesNotHaveDuplicates();
      assertThat(leftInQueue(id)).isZero();
    } finally {
      replica.stop();
    }
  }

  /**
   * PostgreSQL may choose to ask again for the next runs for each run in the queue, if that is one
   * statement with the one that takes them; then a replica takes all.
   */
  @Test
  void replica_takesNoMoreRunsThanItHasWorkers_howeverTheDatabasePlans()
      throws InterruptedException, SQLException {
    String fleet = Calls.created("/v1/fleets", FLEET);
    String drawn = Calls.created("/v1/workloads", DRAWN.formatted(5_000, 20));
    List<String> busy = List.of(longRun(fleet), longRun(fleet));
    try {
      String id = experiment(fleet, drawn, 30);
      replica.startWith(
          Stream.of("hashjoin", "mergejoin", "hashagg", "sort", "material")
              .map("set enable_%s = off;"::formatted)
              .collect(Collectors.joining()));
      int most = 0;
      Instant end = Instant.now().plus(Duration.ofMinutes(2));
      while (leftInQueue(id) > 0 && Instant.now().isBefore(end)) {
        most = Math.max(most, inQueue(id, "t.picked"));
        Thread.sleep(5);
      }
      assertThat(leftInQueue(id)).isZero();
      assertThat(most).isBetween(1, 2);
    } finally {
      replica.stop();
      busy.forEach(SharedQueueTest::cancel);
    }
  }

  /** On a fast machine it may have ended. */
  private static void cancel(String run) {
    given().post("/v1/simulations/" + run + "/cancel").then().statusCode(anyOf(is(200), is(409)));
  }

  /** A million jobs: long enough for what is done meanwhile; returns when it runs. */
  private static String longRun(String fleet) throws InterruptedException {
    String workload = Calls.created("/v1/workloads", DRAWN.formatted(1_000_000, 3_600));
    String id = Calls.simulation(fleet, workload, "fifo-best-fit", "");
    Instant end = Instant.now().plus(Duration.ofMinutes(2));
    while (Instant.now().isBefore(end)) {
      if (Calls.get("/v1/simulations/" + id).extract().path("state").equals("RUNNING")) {
        return id;
      }
      Thread.sleep(20);
    }
    throw new AssertionError("simulation " + id + " did not begin");
  }

  /** As a worker leaves a run at which it was killed an hour ago; the id of the run. */
  private String kill(String experiment, int run) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      String id;
      try (ResultSet row =
          statement.executeQuery(
              "select id from simulation where experiment = '%s' and run_number = %d"
                  .formatted(experiment, run))) {
        assertThat(row.next()).isTrue();
        id = row.getString(1);
      }
      int taken =
          statement.executeUpdate(
              ("update scheduled_tasks set picked = true, picked_by = 'killed',"
                      + " last_heartbeat = now() - interval '1 hour', version = version + 1"
                      + " where task_instance = '%s' and not picked")
                  .formatted(id));
      assertThat(taken).as("run %d still waits", run).isEqualTo(1);
      statement.executeUpdate(
          "update simulation set state = 'RUNNING', started_at = now() where id = '%s'"
              .formatted(id));
      connection.commit();
      return id;
    }
  }

  private int leftInQueue(String experiment) throws SQLException {
    return inQueue(experiment, "true");
  }

  private int inQueue(String experiment, String condition) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                ("select count(*) from scheduled_tasks t join simulation s"
                        + " on s.id = t.task_instance where s.experiment = '%s' and %s")
                    .formatted(experiment, condition))) {
      assertThat(row.next()).isTrue();
      return row.getInt(1);
    }
  }
}
