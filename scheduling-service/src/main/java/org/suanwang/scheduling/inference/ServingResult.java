package org.suanwang.scheduling.inference;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What came out of a run request by request.
 *
 * @param requests that arrived
 * @param served of them
 * @param rejected of them: prompt and answer have no room in a replica
 * @param seconds from the first arrival to the last token
 * @param ttft time to first token
 * @param tpot time per output token after the first, of answers of more than one token
 * @param endToEnd from arrival to last token
 * @param ttftShare share of all requests whose first token came in time
 * @param tpotShare share of all requests whose later tokens came in time
 * @param attainment share of all requests that were given both
 * @param requestsPerSecond served
 * @param goodputPerSecond requests that were given both objectives, per second
 * @param promptTokens of the served
 * @param answerTokens of the served
 * @param tokensPerSecond of prompts and answers
 * @param outstandingMean requests in the system on average
 * @param busyShare share of the time for which a replica had something to do
 * @param hash SHA-256 of all times: equal hashes, equal runs
 */
public record ServingResult(
    int requests,
    int served,
    int rejected,
    double seconds,
    LatencySummary ttft,
    LatencySummary tpot,
    LatencySummary endToEnd,
    double ttftShare,
    double tpotShare,
    double attainment,
    double requestsPerSecond,
    double goodputPerSecond,
    long promptTokens,
    long answerTokens,
    double tokensPerSecond,
    double outstandingMean,
    double busyShare,
    String hash) {
  private static final double NANOS = 1e9;
  private static final int BUFFER_BYTES = 1 << 16;

  /** Sums up a run. */
  public static ServingResult of(ServingRun run, int replicas, Objectives objectives) {
    RequestTimes times = run.times();
    RequestTable table = times.requests();
    int[] served = IntStream.range(0, table.size()).filter(times::isServed).toArray();
    int[] longer = IntStream.of(served).filter(r -> table.outputTokens(r) > 1).toArray();
    double ttftMax = objectives.ttftSeconds() * NANOS;
    double tpotMax = objectives.tpotSeconds() * NANOS;
    double first = IntStream.of(served).filter(r -> times.ttftNanos(r) <= ttftMax).count();
    double later = IntStream.of(served).filter(r -> times.tpotNanos(r) <= tpotMax).count();
    double both =
        IntStream.of(served)
            .filter(r -> times.ttftNanos(r) <= ttftMax && times.tpotNanos(r) <= tpotMax)
            .count();
    long prompts = IntStream.of(served).mapToLong(table::promptTokens).sum();
    long answers = IntStream.of(served).mapToLong(table::outputTokens).sum();
    long start = table.size() == 0 ? 0 : table.arrivalMicros(0) * RequestSimulation.NANOS_PER_MICRO;
    double seconds = Math.max(0, run.endNanos() - start) / NANOS;
    return new ServingResult(
        table.size(),
        served.length,
        table.size() - served.length,
        seconds,
        summary(served, times::ttftNanos),
        summary(longer, times::tpotNanos),
        summary(served, times::endToEndNanos),
        share(first, table.size()),
        share(later, table.size()),
        share(both, table.size()),
        share(served.length, seconds),
        share(both, seconds),
        prompts,
        answers,
        share((double) prompts + answers, seconds),
        share(run.outstandingNanos() / NANOS, seconds),
        share(run.busyNanos() / NANOS, seconds * replicas),
        hash(times));
  }

  private static LatencySummary summary(int[] requests, IntToDoubleFunction nanos) {
    return LatencySummary.of(IntStream.of(requests).mapToDouble(nanos).toArray());
  }

  private static double share(double of, double by) {
    return by == 0 ? 0 : of / by;
  }

  private static String hash(RequestTimes times) {
    MessageDigest digest = sha256();
    digest.update(RequestSimulation.RULES_VERSION.getBytes(StandardCharsets.UTF_8));
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    for (int request = 0; request < times.requests().size(); request++) {
      if (buffer.remaining() < 2 * Long.BYTES) {
        digest.update(buffer.flip());
        buffer.clear();
      }
      buffer.putLong(times.firstNanos(request)).putLong(times.lastNanos(request));
    }
    digest.update(buffer.flip());
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
