package org.suanwang.market.catalogue;

import java.util.Optional;
import org.suanwang.market.check.UnavailableException;

/** The accelerator catalogue: a port, because it is another service. */
public interface Specifications {
  /**
   * Asks the catalogue now.
   *
   * @return empty when it has no accelerator of this id
   * @throws UnavailableException when it cannot be reached or does not answer in time
   */
  Optional<Specification> ask(String accelerator);
}
