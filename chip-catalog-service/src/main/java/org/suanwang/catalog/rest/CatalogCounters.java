package org.suanwang.catalog.rest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts what is asked of the catalogue; from the start, so that nothing asked reads as 0. */
@Startup
@ApplicationScoped
class CatalogCounters {
  private final Counter claimsWritten;
  private final Counter equivalences;
  private final Counter imports;

  CatalogCounters(MeterRegistry registry) {
    claimsWritten =
        Counter.builder("catalog.claims.written")
            .description("Claims that were added by POST /v1/claims")
            .register(registry);
    equivalences =
        Counter.builder("catalog.equivalences")
            .description("Equivalence questions that were answered")
            .register(registry);
    imports =
        Counter.builder("catalog.imports")
            .description("Packages and tables that were taken in by POST /v1/imports")
            .register(registry);
  }

  void claimWritten() {
    claimsWritten.increment();
  }

  void importTaken() {
    imports.increment();
  }

  void equivalenceAnswered() {
    equivalences.increment();
  }
}
