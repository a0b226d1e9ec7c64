package org.suanwang.market.rest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.suanwang.market.bridge.EquivalenceSource;
import org.suanwang.market.evaluation.Mode;
import org.suanwang.market.scenario.ModelLibrary;
import org.suanwang.market.scenario.PublishedModel;

/** What this service counts, there from the first scrape on with zero. */
@ApplicationScoped
class MarketMeters {
  private static final String EVALUATIONS = "market.evaluations";

  private static final List<String> ANALYSES =
      List.of("uncertainty", "tornado", "sobol", "goal-seek", "back-test");

  private final MeterRegistry registry;
  private final ModelLibrary library;
  private final EquivalenceSource equivalences;
  private final Timer evaluationSeconds;
  private final Counter demands;
  private final Counter reconciliations;

  MarketMeters(MeterRegistry registry, ModelLibrary library, EquivalenceSource equivalences) {
    this.registry = registry;
    this.library = library;
    this.equivalences = equivalences;
    this.evaluationSeconds = registry.timer("market.evaluation");
    this.demands = registry.counter("market.demands");
    this.reconciliations = registry.counter("market.reconciliations");
  }

  /** After the library has loaded its models. */
  void register(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event) {
    Gauge.builder("market.models", library, l -> l.list().size()).register(registry);
    Gauge.builder("market.catalog.stale", equivalences, MarketMeters::stale).register(registry);
    ANALYSES.forEach(this::analyses);
    for (PublishedModel model : library.list()) {
      for (Mode mode : Mode.values()) {
        evaluations(model, mode);
      }
    }
  }

  private static double stale(EquivalenceSource equivalences) {
    return equivalences.last() == EquivalenceSource.Origin.LAST_KNOWN ? 1 : 0;
  }

  <T> T evaluation(PublishedModel model, Mode mode, Supplier<T> work) {
    T result = java.util.Objects.requireNonNull(evaluationSeconds.record(work));
    evaluations(model, mode).increment();
    return result;
  }

  <T> T analysis(String kind, Supplier<T> work) {
    return java.util.Objects.requireNonNull(analyses(kind).record(work));
  }

  private Timer analyses(String kind) {
    return registry.timer("market.analysis", "kind", kind);
  }

  void demand() {
    demands.increment();
  }

  void reconciliation() {
    reconciliations.increment();
  }

  private Counter evaluations(PublishedModel model, Mode mode) {
    return registry.counter(
        EVALUATIONS, "model", model.version().id(), "mode", mode.name().toLowerCase(Locale.ROOT));
  }
}
