package org.suanwang.scheduling.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.suanwang.local.testing.PostgresTestResource;
import org.suanwang.scheduling.client.FakeCatalog;

/** What is shipped reads what needs native code or files of its own. */
@QuarkusIntegrationTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = FakeCatalog.class, scope = TestResourceScope.GLOBAL)
class ExecutableTraceIT {
  @Test
  void parquetInParts_isReadWithItsCodecs() throws IOException {
    for (String codec : List.of("uncompressed", "gzip", "snappy", "zstd")) {
      byte[] file = TraceFiles.openDc("tasks-" + codec);
      String location = UploadCalls.begin();
      UploadCalls.append(location, 0, Arrays.copyOf(file, 100), false).statusCode(204);
      UploadCalls.append(location, 100, Arrays.copyOfRange(file, 100, file.length), true)
          .statusCode(204);
      UploadCalls.workload("format=opendc&upload=" + UploadCalls.id(location))
          .statusCode(201)
          .body("jobs", equalTo(3));
    }
  }

  @Test
  void jobsLikeThoseOfACluster_areRun() throws InterruptedException {
    String fleet = Calls.created("/v1/fleets", Examples.FLEET);
    String workload =
        Calls.created(
            "/v1/workloads",
            "{\"name\":\"w\",\"background\":{\"like\":\"acme-seren\",\"seed\":1,\"jobs\":200,\"days\":7}}");
    JsonPath run = Calls.completed(Calls.simulation(fleet, workload, "fifo-best-fit", ""));

    assertThat(run.getInt("result.metrics.jobs")).isEqualTo(200);
    assertThat(run.getInt("result.metrics.jobsWaiting")).isZero();
  }
}
