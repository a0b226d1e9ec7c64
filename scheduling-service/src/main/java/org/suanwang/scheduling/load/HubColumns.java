package org.suanwang.scheduling.load;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.network.LatencyBound;
import org.suanwang.scheduling.network.NetworkLimits;
import org.suanwang.scheduling.network.Thousandths;
import org.suanwang.scheduling.workload.HubTerms;
import org.suanwang.scheduling.workload.JobData;
import org.suanwang.scheduling.workload.KnownData;
import org.suanwang.scheduling.workload.WorkloadLimits;

/** The columns of a table of jobs that say in which hubs they may run. */
final class HubColumns {
  static final String DATA_ID = "data_id";

  static final List<String> ALL =
      List.of(
          "latency_from",
          "round_trip_millis_max",
          DATA_ID,
          "data_hub",
          "data_gigabytes",
          "data_residency");

  /** Stands for no other hub than that of the data. */
  private static final String NOWHERE_ELSE = "-";

  private final KnownData known = new KnownData();

  HubTerms read(CsvTable line) {
    if (ALL.stream().allMatch(line::isBlank)) {
      return HubTerms.ANY;
    }
    return new HubTerms(latency(line), data(line));
  }

  private static @Nullable LatencyBound latency(CsvTable line) {
    if (line.isBlank("latency_from") && line.isBlank("round_trip_millis_max")) {
      return null;
    }
    return new LatencyBound(
        line.name("latency_from", WorkloadLimits.NAME_LENGTH_MAX),
        line.number("round_trip_millis_max", 0, NetworkLimits.ROUND_TRIP_MILLIS_MAX));
  }

  private @Nullable JobData data(CsvTable line) {
    if (ALL.stream().filter(c -> c.startsWith("data_")).allMatch(line::isBlank)) {
      return null;
    }
    String column = "data_gigabytes";
    double min = 1e-3;
    double gigabytes = line.number(column, min, NetworkLimits.GIGABYTES_MAX);
    long megabytes = Thousandths.of(gigabytes, min, NetworkLimits.GIGABYTES_MAX);
    if (megabytes < 0) {
      line.refuse(
          column, line.text(column), Thousandths.RULE.formatted(min, NetworkLimits.GIGABYTES_MAX));
    }
    JobData data =
        new JobData(
            line.name(DATA_ID, WorkloadLimits.NAME_LENGTH_MAX),
            line.name("data_hub", WorkloadLimits.NAME_LENGTH_MAX),
            Math.max(1, megabytes),
            residency(line));
    if (!known.take(data)) {
      line.refuse(DATA_ID, data.id(), KnownData.RULE);
    }
    return data;
  }

  private static @Nullable List<String> residency(CsvTable line) {
    String text = line.text("data_residency");
    if (text.isEmpty() || text.equals(NOWHERE_ELSE)) {
      return text.isEmpty() ? null : List.of();
    }
    List<String> hubs = Arrays.stream(text.split("\\|", -1)).map(String::strip).toList();
    boolean isRight =
        hubs.size() <= NetworkLimits.RESIDENCY_MAX && hubs.stream().allMatch(JobList::isName);
    if (!isRight) {
      line.refuse(
          "data_residency",
          text,
          "must be - or at most %d names of hubs, with bars between"
              .formatted(NetworkLimits.RESIDENCY_MAX));
    }
    return hubs;
  }
}
