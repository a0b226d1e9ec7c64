package org.suanwang.market.client;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Whether the catalogue is left alone for the moment, there from the first scrape on. */
@ApplicationScoped
class CatalogMeters {
  private final MeterRegistry registry;
  private final CircuitBreakerMaintenance breakers;

  CatalogMeters(MeterRegistry registry, CircuitBreakerMaintenance breakers) {
    this.registry = registry;
    this.breakers = breakers;
  }

  void register(@Observes StartupEvent event) {
    Gauge.builder("market.catalog.circuit.open", breakers, CatalogMeters::open).register(registry);
  }

  /** A half-open circuit asks again, and is not open. */
  private static double open(CircuitBreakerMaintenance breakers) {
    return breakers.currentState(PatientCatalog.BREAKER) == CircuitBreakerState.OPEN ? 1 : 0;
  }
}
