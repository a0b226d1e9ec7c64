package org.suanwang.market.bridge;

import org.suanwang.market.check.InvalidInputException;

/** Reads the catalogue's answer: a port, because the answer is JSON. */
public interface EquivalenceReader {
  /**
   * Takes what is needed from an answer and keeps the rest as it is.
   *
   * @param field where the answer stood, for messages
   * @throws InvalidInputException when something needed is missing or no whole positive number
   */
  Equivalence read(String field, String json);
}
