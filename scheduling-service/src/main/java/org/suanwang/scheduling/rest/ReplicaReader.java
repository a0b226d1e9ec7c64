package org.suanwang.scheduling.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.cluster.FleetLimits;
import org.suanwang.scheduling.inference.InferenceLimits;
import org.suanwang.scheduling.inference.MeasuredRow;
import org.suanwang.scheduling.inference.Replica;
import org.suanwang.scheduling.inference.ReplicaPerformance;
import org.suanwang.scheduling.inference.RequestTable;
import org.suanwang.scheduling.inference.Roofline;

/** Reads what one replica can do. */
final class ReplicaReader {
  private static final int SEQUENCES_DEFAULT = 64;
  private static final int BATCH_TOKENS_DEFAULT = 8192;
  private static final int TASKS_MAX = 1_000;
  private static final int SOURCE_LENGTH_MAX = 200;
  private static final int PROMPTS_MAX = 100_000;
  private static final double TINY = 1e-9;
  private static final double HUGE = 1e18;
  private static final double TERA = 1e12;
  private static final double GIGA = 1e9;
  private static final double HALF_PRECISION_BYTES = 2;

  /** What vLLM leaves to weights and cache unless told otherwise. */
  private static final double MEMORY_SHARE = 0.9;

  private final Findings findings;
  private final String field;
  private final ServiceRequest.ReplicaRequest given;
  private final int tasks;
  private final int devicesPerTask;

  ReplicaReader(Findings findings, String field, ServiceRequest.ReplicaRequest given) {
    this.findings = findings;
    this.field = field;
    this.given = given;
    tasks = findings.whole(field + ".tasks", given.tasks(), 1, TASKS_MAX, 1);
    devicesPerTask =
        findings.whole(
            field + ".devicesPerTask",
            given.devicesPerTask(),
            1,
            FleetLimits.DEVICES_PER_NODE_MAX,
            1);
  }

  int tasks() {
    return tasks;
  }

  int devicesPerTask() {
    return devicesPerTask;
  }

  /** Null when its performance is not told. */
  @Nullable Replica read() {
    Roofline peaks = peaks();
    ReplicaPerformance performance = performance(peaks);
    if (performance == null) {
      return null;
    }
    return new Replica(
        performance,
        findings.whole(
            field + ".sequencesMax",
            given.sequencesMax(),
            1,
            InferenceLimits.SEQUENCES_MAX,
            SEQUENCES_DEFAULT),
        findings.whole(
            field + ".batchTokensMax",
            given.batchTokensMax(),
            1,
            RequestTable.TOKENS_MAX,
            BATCH_TOKENS_DEFAULT),
        cacheTokens(peaks));
  }

  private @Nullable ReplicaPerformance performance(@Nullable Roofline peaks) {
    if (!findings.require(
        (given.measured() == null) != (given.roofline() == null),
        field + ".measured",
        given.measured() == null ? null : "measured and roofline",
        "exactly one of measured and roofline is needed",
        "send the rows that were measured, or a roofline")) {
      return null;
    }
    ServiceRequest.MeasuredRequest measured = given.measured();
    return measured == null ? roofline(peaks) : measured(measured);
  }

  private @Nullable ReplicaPerformance measured(ServiceRequest.MeasuredRequest measured) {
    String source = findings.name(field + ".measured.source", measured.source(), SOURCE_LENGTH_MAX);
    List<ServiceRequest.@Nullable RowRequest> rows =
        Objects.requireNonNullElse(measured.rows(), List.of());
    if (!findings.require(
        !rows.isEmpty() && rows.size() <= InferenceLimits.ROWS_MAX,
        field + ".measured.rows",
        rows.size() + " rows",
        "must be 1 to " + InferenceLimits.ROWS_MAX + " rows",
        "send what was measured")) {
      return null;
    }
    List<MeasuredRow> read = new ArrayList<>();
    for (int i = 0; i < rows.size() && !findings.isFull(); i++) {
      read.add(row(field + ".measured.rows[" + i + "].", rows.get(i)));
    }
    return ReplicaPerformance.measured(read, source);
  }

  private MeasuredRow row(String at, ServiceRequest.@Nullable RowRequest row) {
    return new MeasuredRow(
        findings.whole(
            at + "promptTokens",
            required(at + "promptTokens", row == null ? null : row.promptTokens()),
            1,
            RequestTable.TOKENS_MAX,
            1),
        findings.whole(at + "batchSize", row == null ? null : row.batchSize(), 1, PROMPTS_MAX, 1),
        number(
            at + "promptSeconds",
            row == null ? null : row.promptSeconds(),
            InferenceLimits.LATENCY_SECONDS_MAX),
        number(
            at + "tokenSeconds",
            row == null ? null : row.tokenSeconds(),
            InferenceLimits.LATENCY_SECONDS_MAX));
  }

  private @Nullable Roofline peaks() {
    ServiceRequest.RooflineRequest r = given.roofline();
    if (r == null) {
      return null;
    }
    String at = field + ".roofline.";
    double devices = (double) tasks * devicesPerTask;
    double parameters = number(at + "parameters", r.parameters(), HUGE);
    return new Roofline(
        parameters,
        findings.number(
            at + "weightBytes", r.weightBytes(), 1, HUGE, parameters * HALF_PRECISION_BYTES),
        findings.number(
            at + "cacheBytesPerToken",
            required(at + "cacheBytesPerToken", r.cacheBytesPerToken()),
            0,
            TERA,
            1),
        devices * TERA * number(at + "peakTflops", r.peakTflops(), HUGE / TERA),
        devices
            * GIGA
            * number(
                at + "bandwidthGigabytesPerSecond", r.bandwidthGigabytesPerSecond(), HUGE / GIGA),
        findings.number(
            at + "flopEfficiency", r.flopEfficiency(), 1e-3, 1, Roofline.FLOP_EFFICIENCY_DEFAULT),
        findings.number(
            at + "bandwidthEfficiency",
            r.bandwidthEfficiency(),
            1e-3,
            1,
            Roofline.BANDWIDTH_EFFICIENCY_DEFAULT));
  }

  private @Nullable ReplicaPerformance roofline(@Nullable Roofline peaks) {
    if (peaks == null || !findings.isEmpty()) {
      return null;
    }
    if (!findings.require(
        2 * Math.max(peaks.weightSeconds(), peaks.flopSecondsPerToken())
            <= InferenceLimits.LATENCY_SECONDS_MAX,
        field + ".roofline",
        peaks.weightSeconds()
            + " s to read the weights once, "
            + peaks.flopSecondsPerToken()
            + " s of arithmetic for a token",
        "must take at most " + InferenceLimits.LATENCY_SECONDS_MAX / 2 + " s",
        "look at the units: bytes, TFLOP/s and GB/s")) {
      return null;
    }
    return ReplicaPerformance.assumed(peaks);
  }

  private long cacheTokens(@Nullable Roofline peaks) {
    String at = field + ".cacheTokens";
    ServiceRequest.RooflineRequest r = given.roofline();
    if (given.cacheTokens() != null || r == null || peaks == null || r.memoryGigabytes() == null) {
      return findings.whole(
          at, required(at, given.cacheTokens()), 1, InferenceLimits.CACHE_TOKENS_MAX, 1);
    }
    double memory = number(field + ".roofline.memoryGigabytes", r.memoryGigabytes(), GIGA);
    double room = MEMORY_SHARE * memory * GIGA * tasks * devicesPerTask - peaks.weightBytes();
    double tokens = Math.floor(room / Math.max(1, peaks.cacheBytesPerToken()));
    boolean fits =
        findings.require(
            tokens >= 1,
            field + ".roofline.memoryGigabytes",
            memory,
            "nine tenths of the memory must have room for the weights and a token",
            "give the replica more devices");
    return fits ? (long) Math.min(tokens, InferenceLimits.CACHE_TOKENS_MAX) : 1;
  }

  private double number(String at, @Nullable Double value, double max) {
    return findings.number(at, required(at, value), TINY, max, TINY);
  }

  private <T> @Nullable T required(String at, @Nullable T value) {
    findings.require(value != null, at, null, "is required", "give it a value");
    return value;
  }
}
