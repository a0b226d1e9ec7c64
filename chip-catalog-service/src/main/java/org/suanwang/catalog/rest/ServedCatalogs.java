package org.suanwang.catalog.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.catalog.CurrentCatalog;
import org.suanwang.catalog.catalog.PublishedCatalog;

/** Keeps the catalogue that is being served ready to be sent. */
@Singleton
class ServedCatalogs {
  /** What a published catalogue was from a viewpoint. */
  private record Earlier(Viewpoint viewpoint, ServedCatalog served) {
    boolean answers(Viewpoint asked, PublishedCatalog now) {
      return viewpoint.equals(asked) && served.published().version().equals(now.version());
    }
  }

  private final CurrentCatalog current;
  private final ObjectMapper json;
  private volatile @Nullable ServedCatalog last;
  private @Nullable Earlier earlier;

  ServedCatalogs(CurrentCatalog current, ObjectMapper json) {
    this.current = current;
    this.json = json;
  }

  /**
   * The published catalogue.
   *
   * @throws IllegalStateException before the first one is published
   */
  ServedCatalog require() {
    return of(current.require());
  }

  /** The published catalogue; nothing before the first one. */
  @Nullable ServedCatalog find() {
    return current.find().map(this::of).orElse(null);
  }

  /**
   * What the published catalogue answers from a viewpoint. From another than now the whole
   * catalogue is read anew, which of many claims takes seconds: not on the caller's thread.
   */
  <T> Uni<T> ask(Viewpoint viewpoint, Function<ServedCatalog, T> question) {
    ServedCatalog now = require();
    if (viewpoint.isNow()) {
      return Uni.createFrom().item(() -> question.apply(now));
    }
    return Uni.createFrom()
        .item(() -> question.apply(from(viewpoint, now.published())))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  /** Of the last viewpoint only, and made by one at a time: each is as large as the catalogue. */
  private synchronized ServedCatalog from(Viewpoint viewpoint, PublishedCatalog now) {
    if (earlier == null || !earlier.answers(viewpoint, now)) {
      earlier = null; // The memory is free before the next one takes as much.
      var then =
          new PublishedCatalog(
              now.catalog().believed(viewpoint.said(), viewpoint.known()),
              now.version(),
              now.check(),
              now.lastEntry());
      earlier = new Earlier(viewpoint, new ServedCatalog(then, json));
    }
    return earlier.served();
  }

  private ServedCatalog of(PublishedCatalog published) {
    ServedCatalog served = last;
    if (served == null || !served.published().version().equals(published.version())) {
      // Two threads may make the same twice; either serves.
      served = new ServedCatalog(published, json);
      last = served;
    }
    return served;
  }
}
