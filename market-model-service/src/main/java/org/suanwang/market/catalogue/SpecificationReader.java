package org.suanwang.market.catalogue;

import org.suanwang.market.check.InvalidInputException;

/** Reads the catalogue's answer: a port, because the answer is JSON. */
public interface SpecificationReader {
  /**
   * Takes what can be cited from an answer.
   *
   * @throws InvalidInputException when it is no answer about an accelerator
   */
  Specification read(String json);
}
