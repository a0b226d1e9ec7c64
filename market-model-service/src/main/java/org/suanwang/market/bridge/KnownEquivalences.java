package org.suanwang.market.bridge;

import java.util.Optional;

/** The last answer the catalogue gave to each question: a port, because they are kept. */
public interface KnownEquivalences {
  Optional<Equivalence> find(EquivalenceQuery query);

  void keep(EquivalenceQuery query, Equivalence answer);
}
