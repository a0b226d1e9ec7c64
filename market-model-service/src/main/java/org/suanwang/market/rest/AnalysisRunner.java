package org.suanwang.market.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.suanwang.market.check.UnavailableException;
import org.suanwang.market.uncertainty.Progress;
import org.suanwang.market.uncertainty.UncertaintyAnalysis;
import org.suanwang.market.uncertainty.UncertaintyRequest;
import org.suanwang.market.uncertainty.UncertaintyResult;
import org.suanwang.market.uncertainty.Workers;

/** Runs what takes all processors: few at a time, and none for ever. */
@ApplicationScoped
class AnalysisRunner {
  private static final int AT_ONCE = 2;
  private static final Duration WAIT_MAX = Duration.ofSeconds(20);
  private static final Duration LENGTH_MAX = Duration.ofSeconds(60);

  private final Duration waitMax;
  private final Duration lengthMax;

  private final Semaphore places = new Semaphore(AT_ONCE, true);
  private final Workers workers =
      new Workers(ForkJoinPool.commonPool(), Runtime.getRuntime().availableProcessors());

  AnalysisRunner() {
    this(WAIT_MAX, LENGTH_MAX);
  }

  AnalysisRunner(Duration waitMax, Duration lengthMax) {
    this.waitMax = waitMax;
    this.lengthMax = lengthMax;
  }

  /** An analysis that can be ended. */
  interface Analysis<T> {
    T run(Workers workers, Progress progress);
  }

  /** Draws worlds, as every call does that answers what outputs are over them. */
  UncertaintyResult uncertainty(UncertaintyRequest request, MarketMeters meters) {
    return meters.analysis(
        "uncertainty",
        () -> run((workers, progress) -> UncertaintyAnalysis.run(request, workers, progress)));
  }

  /**
   * The analysis' result.
   *
   * @throws UnavailableException when too many run, or it takes too long
   */
  <T> T run(Analysis<T> analysis) {
    if (!isLetIn()) {
      throw new UnavailableException(
          AT_ONCE + " analyses are being computed; send the request again in a while");
    }
    try {
      long begun = System.nanoTime();
      return analysis.run(workers, _ -> System.nanoTime() - begun < lengthMax.toNanos());
    } catch (CancellationException e) {
      throw new UnavailableException(
          "the analysis took longer than "
              + lengthMax.toSeconds()
              + " s and was ended; ask for fewer worlds or outputs");
    } finally {
      places.release();
    }
  }

  private boolean isLetIn() {
    try {
      return places.tryAcquire(waitMax.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
