package org.suanwang.scheduling.inference;

import java.util.Arrays;

/** When each request of a run had its first token and its last, in nanoseconds. */
public final class RequestTimes {
  private static final long NEVER = -1;

  private final RequestTable requests;
  private final long[] first;
  private final long[] last;

  RequestTimes(RequestTable requests) {
    this.requests = requests;
    first = new long[requests.size()];
    last = new long[requests.size()];
    Arrays.fill(first, NEVER);
    Arrays.fill(last, NEVER);
  }

  void begin(int request, long nanos) {
    first[request] = nanos;
  }

  void end(int request, long nanos) {
    last[request] = nanos;
  }

  public RequestTable requests() {
    return requests;
  }

  /** Whether it was served; the others have no room in any replica. */
  public boolean isServed(int request) {
    return last[request] != NEVER;
  }

  /** Time to first token, ns. An answer without tokens has it when its prompt is read. */
  public long ttftNanos(int request) {
    return first[request] - arrivalNanos(request);
  }

  /** Time per output token after the first, ns; 0 for answers of one token or none. */
  public double tpotNanos(int request) {
    int later = requests.outputTokens(request) - 1;
    return later < 1 ? 0 : (double) (last[request] - first[request]) / later;
  }

  /** From arrival to the last token, ns. */
  public long endToEndNanos(int request) {
    return last[request] - arrivalNanos(request);
  }

  /** Since second 0. */
  public long firstNanos(int request) {
    return first[request];
  }

  /** Since second 0. */
  public long lastNanos(int request) {
    return last[request];
  }

  private long arrivalNanos(int request) {
    return requests.arrivalMicros(request) * RequestSimulation.NANOS_PER_MICRO;
  }
}
