package org.suanwang.scheduling.boot;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.suanwang.scheduling.experiment.RunState;

/**
 * How many simulations are in each state, asked once a scrape. A database that does not answer is
 * remembered just as long as an answer, so that not every gauge waits for it anew.
 */
final class RunCounts {
  static final Duration FRESH = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final Logger LOG = Logger.getLogger(RunCounts.class);

  private final Supplier<Map<RunState, Long>> query;
  private final LongSupplier nanoTime;
  private Map<RunState, Long> counts = Map.of();
  private boolean isAsked;
  private long askedNanos;

  RunCounts(Supplier<Map<RunState, Long>> query, LongSupplier nanoTime) {
    this.query = query;
    this.nanoTime = nanoTime;
  }

  /** The number in this state; NaN, which is Prometheus' word for unknown, without an answer. */
  synchronized double count(RunState state) {
    if (!isAsked || nanoTime.getAsLong() - askedNanos > FRESH.toNanos()) {
      counts = ask();
      isAsked = true;
      askedNanos = nanoTime.getAsLong();
    }
    return counts.isEmpty() ? Double.NaN : (double) counts.getOrDefault(state, 0L);
  }

  private Map<RunState, Long> ask() {
    FutureTask<Map<RunState, Long>> answer = new FutureTask<>(query::get);
    Thread.ofVirtual().name("count-simulations").start(answer);
    try {
      return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      LOG.warnf("simulations are not counted: no answer within %s", PATIENCE);
    } catch (ExecutionException e) {
      LOG.warnf("simulations are not counted: %s", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Map.of();
  }
}
