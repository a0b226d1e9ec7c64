package org.suanwang.scheduling.load;

import java.io.Reader;
import java.time.Instant;
import java.util.List;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.inference.RequestTable;
import org.suanwang.scheduling.workload.WorkloadLimits;

/**
 * Requests to a language model as they were recorded.
 *
 * @param requests by arrival
 * @param epoch the instant of second 0; 1970 where the trace has no dates
 */
public record RecordedRequests(RequestTable requests, Instant epoch) {
  private static final long MICROS = 1_000_000;
  private static final int MICROS_PER_MILLI = 1_000;
  private static final int NANOS_PER_MICRO = 1_000;

  /**
   * Reads the trace of Azure's language model services of 2023 (Patel et al., ISCA 2024): {@code
   * TIMESTAMP, ContextTokens, GeneratedTokens}. Times are UTC; what is finer than a microsecond is
   * left away.
   *
   * @throws InvalidInputException naming every bad line
   */
  public static RecordedRequests loadAzure(Reader from) {
    var requests = new RequestTable.Builder();
    List<String> columns = List.of("TIMESTAMP", "ContextTokens", "GeneratedTokens");
    new CsvTable().read(from, columns, line -> addAzure(line, requests));
    requireAny(requests);
    long first = requests.startAtFirst();
    Instant epoch = Instant.ofEpochSecond(first / MICROS, first % MICROS * NANOS_PER_MICRO);
    return new RecordedRequests(requests.build(), epoch);
  }

  private static void addAzure(CsvTable line, RequestTable.Builder to) {
    Instant at = line.instant("TIMESTAMP");
    long micros = at.getEpochSecond() * MICROS + at.getNano() / NANOS_PER_MICRO;
    add(line, micros, "ContextTokens", "GeneratedTokens", to);
  }

  /**
   * Reads a trace of Mooncake (Qin et al., FAST 2025): an object a line with {@code timestamp}
   * (ms), {@code input_length} and {@code output_length} (tokens). Its {@code hash_ids}, which tell
   * common beginnings of prompts, are not taken.
   *
   * @throws InvalidInputException naming every bad line
   */
  public static RecordedRequests loadMooncake(Reader from) {
    var requests = new RequestTable.Builder();
    new JsonRecords().read(from, entry -> addMooncake(entry, requests));
    requireAny(requests);
    return new RecordedRequests(requests.build(), Instant.EPOCH);
  }

  private static void addMooncake(JsonEntry entry, RequestTable.Builder to) {
    double millis =
        entry.number("timestamp", 0, WorkloadLimits.SECONDS_MAX * (double) MICROS_PER_MILLI);
    long micros = (long) (millis * MICROS_PER_MILLI);
    add(entry, micros, "input_length", "output_length", to);
  }

  private static void add(
      TraceEntry entry, long micros, String prompt, String output, RequestTable.Builder to) {
    if (to.size() == RequestTable.REQUESTS_MAX) {
      throw new InvalidInputException(
          entry.where(),
          "",
          "at most " + RequestTable.REQUESTS_MAX + " requests",
          "send a smaller trace");
    }
    to.add(
        micros,
        entry.count(prompt, 0, RequestTable.TOKENS_MAX),
        entry.count(output, 0, RequestTable.TOKENS_MAX));
  }

  private static void requireAny(RequestTable.Builder requests) {
    if (requests.size() == 0) {
      throw new InvalidInputException(
          "(body)", "", "must have at least one request", "send a trace");
    }
  }
}
