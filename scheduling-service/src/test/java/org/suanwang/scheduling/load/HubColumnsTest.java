package org.suanwang.scheduling.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.scheduling.load.TraceCases.firstFinding;
import static org.suanwang.scheduling.load.TraceCases.load;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.scheduling.network.LatencyBound;
import org.suanwang.scheduling.workload.HubTerms;
import org.suanwang.scheduling.workload.JobData;
import org.suanwang.scheduling.workload.JobTable;

/** What the table of jobs says of hubs. */
class HubColumnsTest {
  private static final String HEADER =
      "id,submit_seconds,duration_seconds,devices_per_task,latency_from,round_trip_millis_max,"
          + "data_id,data_hub,data_gigabytes,data_residency\n";
  private static final String LINE = "a,0,9,1,city,4.5,d,west,0.125,east|north\n";

  private static HubTerms terms(JobTable jobs, int job) {
    return jobs.request(job).terms().hubs();
  }

  @Test
  void columns_sayWhatARequestMaySay() {
    JobTable jobs =
        load(
                "csv",
                HEADER + LINE + "b,0,9,1,,,e,west,2,-\nc,0,9,1,,,f,west,10000000,\nd,0,9,1,,,,,,\n")
            .jobs();
    assertThat(terms(jobs, 0))
        .isEqualTo(
            new HubTerms(
                new LatencyBound("city", 4.5),
                new JobData("d", "west", 125, List.of("east", "north"))));
    assertThat(terms(jobs, 1).data()).isEqualTo(new JobData("e", "west", 2000, List.of()));
    assertThat(terms(jobs, 2).data()).isEqualTo(new JobData("f", "west", 10_000_000_000L, null));
    assertThat(terms(jobs, 3)).isEqualTo(HubTerms.ANY);
  }

  @ParameterizedTest
  @CsvSource({
    "'city,', ',', 'line 2, column latency_from'",
    "4.5, -1, 'line 2, column round_trip_millis_max'",
    "4.5, NaN, 'line 2, column round_trip_millis_max'",
    "'d,west', ',west', 'line 2, column data_id'",
    "'d,west', 'd,', 'line 2, column data_hub'",
    "0.125, 0, 'line 2, column data_gigabytes'",
    "0.125, 0.0001, 'line 2, column data_gigabytes'",
    "0.125, 1.0005, 'line 2, column data_gigabytes'",
    "0.125, 1e8, 'line 2, column data_gigabytes'",
    "east|north, east||north, 'line 2, column data_residency'",
  })
  void brokenColumn_isToldWithLineAndColumn(String part, String broken, String told) {
    assertThat(firstFinding("csv", HEADER + LINE.replace(part, broken))).contains(told);
  }

  @Test
  void sameDataOfAnotherSize_isToldWithItsLine() {
    assertThat(
            firstFinding("csv", HEADER + LINE + LINE.replace("a,0", "b,0").replace("0.125", "2")))
        .contains("line 3, column data_id");
  }
}
