package org.suanwang.market.boot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import org.suanwang.market.bridge.AcceleratorSource;
import org.suanwang.market.bridge.Catalogue;
import org.suanwang.market.bridge.DemandCalculation;
import org.suanwang.market.bridge.EquivalenceSource;
import org.suanwang.market.bridge.KnownAccelerators;
import org.suanwang.market.bridge.KnownEquivalences;
import org.suanwang.market.catalogue.KnownSpecifications;
import org.suanwang.market.catalogue.SpecificationSource;
import org.suanwang.market.catalogue.Specifications;

/** Makes the parts of the core that need something from the edge. */
@ApplicationScoped
class Parts {
  @Produces
  @Singleton
  Clock clock() {
    // Whole milliseconds survive PostgreSQL unchanged.
    return Clock.tickMillis(ZoneOffset.UTC);
  }

  @Produces
  @Singleton
  EquivalenceSource equivalenceSource(Catalogue catalogue, KnownEquivalences known) {
    return new EquivalenceSource(catalogue, known);
  }

  @Produces
  @Singleton
  AcceleratorSource acceleratorSource(Catalogue catalogue, KnownAccelerators known) {
    return new AcceleratorSource(catalogue, known);
  }

  @Produces
  @Singleton
  DemandCalculation demandCalculation(
      EquivalenceSource equivalences, AcceleratorSource accelerators) {
    return new DemandCalculation(equivalences, accelerators);
  }

  @Produces
  @Singleton
  SpecificationSource specificationSource(Specifications catalogue, KnownSpecifications known) {
    return new SpecificationSource(catalogue, known);
  }
}
