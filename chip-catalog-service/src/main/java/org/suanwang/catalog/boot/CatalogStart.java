package org.suanwang.catalog.boot;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.catalog.CurrentCatalog;
import org.suanwang.catalog.catalog.DataPackage;
import org.suanwang.catalog.catalog.Findings;
import org.suanwang.catalog.catalog.PublishedCatalog;
import org.suanwang.catalog.load.DataPackageLoader;
import org.suanwang.catalog.load.PackageFiles;
import org.suanwang.catalog.store.CatalogStore;
import org.suanwang.catalog.store.VersionListener;

/** At start: loads and checks the data packages, stores them, publishes; then listens. */
@ApplicationScoped
class CatalogStart {
  private static final Logger LOG = Logger.getLogger(CatalogStart.class);
  private static final Duration STOP_WAIT = Duration.ofSeconds(2);

  private final CatalogStore store;
  private final CurrentCatalog current;
  private final VersionListener listener;
  private final List<String> packages;
  private @Nullable Thread listening;

  CatalogStart(
      CatalogStore store,
      CurrentCatalog current,
      VersionListener listener,
      @ConfigProperty(name = "suanwang.catalog.packages") Optional<List<String>> packages) {
    this.store = store;
    this.current = current;
    this.listener = listener;
    this.packages = packages.orElse(List.of());
  }

  void start(@Observes StartupEvent event) {
    var loader = new DataPackageLoader(PackageFiles.onClasspath());
    // Reading some hundred files takes seconds; unchanged ones were read by an earlier start.
    PublishedCatalog published =
        store
            .findTaken(packages.stream().map(loader::filesHash).toList())
            .orElseGet(() -> store.take(load(loader)));
    current.publish(published);
    LOG.infof(
        "catalogue version %s: %d accelerators, %d claims",
        published.version().id(),
        published.catalog().accelerators().size(),
        published.catalog().claimCount());
    var _ = published.check().whenComplete(CatalogStart::tell);
    listening = Thread.ofVirtual().name("catalogue-versions").start(listener::run);
  }

  private static void tell(@Nullable Findings found, @Nullable Throwable failure) {
    if (found == null) {
      LOG.error("the integrity rules cannot be run on what is stored", failure);
    } else {
      LOG.infof("integrity rules: %d findings", found.all().size());
    }
  }

  private List<DataPackage> load(DataPackageLoader loader) {
    return packages.stream().map(loader::load).toList();
  }

  /** Waits until the listener has given its connection back. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    listener.stop();
    if (listening != null) {
      listening.join(STOP_WAIT);
    }
  }
}
