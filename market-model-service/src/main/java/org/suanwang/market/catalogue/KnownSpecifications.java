package org.suanwang.market.catalogue;

import java.util.Optional;

/** What the catalogue last said of each accelerator: a port, because it is kept. */
public interface KnownSpecifications {
  Optional<Specification> find(String accelerator);

  void keep(Specification specification);
}
