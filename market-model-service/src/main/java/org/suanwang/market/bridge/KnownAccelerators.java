package org.suanwang.market.bridge;

import java.util.Optional;

/** What the catalogue last said of each accelerator: a port, because it is kept. */
public interface KnownAccelerators {
  Optional<Accelerator> find(String id);

  void keep(Accelerator accelerator);
}
