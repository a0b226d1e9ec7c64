package org.suanwang.scheduling.rest;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks at something four times a second, until it is over. */
final class ProgressStream {
  private static final Duration BETWEEN_PROGRESS = Duration.ofMillis(250);

  private ProgressStream() {}

  /**
   * Looks at once, then again and again; what is over is the last in the stream. What the first
   * look throws is thrown here.
   */
  static <T> Multi<T> of(Supplier<T> look, Predicate<T> isFinal) {
    T first = look.get();
    Multi<T> later =
        Multi.createFrom()
            .ticks()
            .every(BETWEEN_PROGRESS)
            .onOverflow()
            .drop()
            .onItem()
            .transformToUniAndConcatenate(
                tick ->
                    Uni.createFrom()
                        .item(look)
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
    return Multi.createBy()
        .concatenating()
        .streams(Multi.createFrom().item(first), later)
        .select()
        .first(new UntilFinal<>(isFinal)::accepts);
  }

  /** Lets the first final state through, and nothing after it. */
  private static final class UntilFinal<T> {
    private final Predicate<T> isFinal;
    private boolean isOver;

    UntilFinal(Predicate<T> isFinal) {
      this.isFinal = isFinal;
    }

    boolean accepts(T state) {
      boolean accepts = !isOver;
      isOver = isFinal.test(state);
      return accepts;
    }
  }
}
