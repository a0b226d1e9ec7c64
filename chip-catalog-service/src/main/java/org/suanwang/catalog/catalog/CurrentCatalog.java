package org.suanwang.catalog.catalog;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The catalogue that reads are answered from; replaced as a whole when a version is published. */
public final class CurrentCatalog {
  private final AtomicReference<@Nullable PublishedCatalog> current = new AtomicReference<>();
  private final Consumer<PublishedCatalog> audience;

  /**
   * Begins with no catalogue.
   *
   * @param audience is told of every catalogue that is served from now on
   */
  public CurrentCatalog(Consumer<PublishedCatalog> audience) {
    this.audience = audience;
  }

  public Optional<PublishedCatalog> find() {
    return Optional.ofNullable(current.get());
  }

  /**
   * The published catalogue.
   *
   * @throws IllegalStateException before the first one is published
   */
  public PublishedCatalog require() {
    return find().orElseThrow(() -> new IllegalStateException("no catalogue is published yet"));
  }

  /** Serves a catalogue, unless a later one is being served: two writers may arrive out of turn. */
  public void publish(PublishedCatalog catalog) {
    PublishedCatalog served =
        current.accumulateAndGet(catalog, (old, next) -> isLater(old, next) ? old : next);
    if (served != null) {
      audience.accept(served);
    }
  }

  private static boolean isLater(@Nullable PublishedCatalog one, @Nullable PublishedCatalog other) {
    return one != null
        && other != null
        && one.version().publishedAt().isAfter(other.version().publishedAt());
  }
}
