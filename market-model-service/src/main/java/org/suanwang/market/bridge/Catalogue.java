package org.suanwang.market.bridge;

import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.UnavailableException;

/** The accelerator catalogue: a port, because it is another service. */
public interface Catalogue {
  /**
   * Asks the catalogue now.
   *
   * @throws UnavailableException when it cannot be reached or does not answer in time
   * @throws InvalidInputException when it answers that the question is wrong
   */
  Equivalence ask(EquivalenceQuery query);

  /**
   * Asks the catalogue now who makes an accelerator.
   *
   * @throws UnavailableException when it cannot be reached or does not answer in time
   * @throws InvalidInputException when it answers that there is none of this id
   */
  Accelerator accelerator(String id);
}
