package org.suanwang.scheduling.inference;

import org.suanwang.scheduling.check.InvalidInputException;

/**
 * One replica that serves requests by continuous batching: at the end of each iteration requests
 * join and leave (Yu et al., Orca, OSDI 2022). Prompts that wait are read before tokens are
 * written, as vLLM does (Kwon et al., SOSP 2023), first come, first served; room for the whole
 * answer is reserved, so no request is ever put back.
 *
 * <p>Iterations that only write are taken together until a sequence ends or a request can join.
 */
final class ServingReplica {
  /** Stands for: nothing to do. */
  static final long IDLE = Long.MAX_VALUE;

  private static final double NANOS = 1e9;

  /** About 68 years, as in simulations of jobs. */
  static final long NANOS_MAX = Integer.MAX_VALUE * 1_000_000_000L;

  private final Replica replica;
  private final RequestTable requests;
  private final RequestTimes times;
  private final RequestRing waiting = new RequestRing();
  private final RequestRing read = new RequestRing();
  private final SequenceHeap written = new SequenceHeap();
  private long reservedTokens;
  private long cachedTokens;
  private long waitingPromptTokens;
  private long iteration;
  private boolean isReading;
  private long startNanos;
  private long endNanos = IDLE;
  private long iterations;
  private long busyNanos;

  ServingReplica(Replica replica, RequestTimes times) {
    this.replica = replica;
    this.requests = times.requests();
    this.times = times;
  }

  /** When the iterations that are going on end; {@link #IDLE} when there are none. */
  long endNanos() {
    return endNanos;
  }

  /** Requests that wait or are served. */
  int outstanding() {
    return waiting.size() + read.size() + written.size();
  }

  /** Tokens of prompts that wait or are read. */
  long waitingPromptTokens() {
    return waitingPromptTokens;
  }

  long busyNanos() {
    return busyNanos;
  }

  /** Whether it could ever serve this request. */
  boolean hasRoomFor(int request) {
    return tokens(request) <= replica.cacheTokens();
  }

  private long tokens(int request) {
    return (long) requests.promptTokens(request) + requests.outputTokens(request);
  }

  /** A request arrives. */
  void arrive(int request, long nanos) {
    waiting.add(request);
    waitingPromptTokens += requests.promptTokens(request);
    if (endNanos == IDLE) {
      begin(nanos);
    } else if (!isReading && canJoin(0)) {
      endAfterIterationAt(nanos);
    }
  }

  /** Joining is looked at again at the end of the iteration that is going on. */
  private void endAfterIterationAt(long nanos) {
    long low = 1;
    long high = iterations;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (startNanos + writeNanos(middle) >= nanos) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    iterations = low;
    endNanos = startNanos + writeNanos(low);
  }

  /** The iterations that are going on end, and others begin. Returns how many requests ended. */
  int end() {
    long now = endNanos;
    busyNanos += now - startNanos;
    int ended = isReading ? endReading(now) : endWriting(now);
    begin(now);
    return ended;
  }

  private int endReading(long now) {
    int ended = 0;
    while (!read.isEmpty()) {
      int request = read.removeFirst();
      waitingPromptTokens -= requests.promptTokens(request);
      times.begin(request, now);
      int later = requests.outputTokens(request) - 1;
      if (later < 1) {
        leave(request, now);
        ended++;
      } else {
        cachedTokens += requests.promptTokens(request) + 1L;
        written.add(iteration + later, request);
      }
    }
    return ended;
  }

  private int endWriting(long now) {
    iteration += iterations;
    cachedTokens += iterations * written.size();
    int ended = 0;
    while (written.size() > 0 && written.firstEnd() == iteration) {
      int request = written.removeFirst();
      cachedTokens -= tokens(request);
      leave(request, now);
      ended++;
    }
    return ended;
  }

  private void leave(int request, long now) {
    reservedTokens -= tokens(request);
    times.end(request, now);
  }

  private void begin(long now) {
    startNanos = now;
    long promptTokens = 0;
    while (!waiting.isEmpty() && canJoin(promptTokens)) {
      int request = waiting.removeFirst();
      read.add(request);
      reservedTokens += tokens(request);
      promptTokens += requests.promptTokens(request);
    }
    isReading = !read.isEmpty();
    if (isReading) {
      endNanos = later(now, nanos(replica.performance().promptSeconds((double) promptTokens)));
    } else if (written.size() > 0) {
      iterations = written.firstEnd() - iteration;
      endNanos = later(now, writeNanos(iterations));
    } else {
      endNanos = IDLE;
    }
  }

  private boolean canJoin(long promptTokens) {
    int request = waiting.first();
    return read.size() + written.size() < replica.sequencesMax()
        && reservedTokens + tokens(request) <= replica.cacheTokens()
        && (read.isEmpty()
            || promptTokens + requests.promptTokens(request) <= replica.batchTokensMax());
  }

  /** So many iterations from now; each reads one more token of each sequence than the last. */
  private long writeNanos(long count) {
    ReplicaPerformance performance = replica.performance();
    double sequences = written.size();
    double more = sequences * count * (count - 1) / 2 * performance.secondsPerCachedToken();
    return nanos(count * performance.tokenSeconds(sequences, (double) cachedTokens) + more);
  }

  private static long later(long now, long nanos) {
    if (nanos > NANOS_MAX - now) {
      throw new InvalidInputException(
          "replica",
          nanos / NANOS + " s for some iterations",
          "all requests must be served within 68 years",
          "look at the times of the measured rows, or send more replicas or fewer requests");
    }
    return now + nanos;
  }

  /** Something always takes time, so time goes on. */
  private static long nanos(double seconds) {
    return Math.max(1, Math.round(seconds * NANOS));
  }
}
