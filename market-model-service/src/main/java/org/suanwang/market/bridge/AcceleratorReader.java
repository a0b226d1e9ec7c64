package org.suanwang.market.bridge;

import org.suanwang.market.check.InvalidInputException;

/** Reads the catalogue's answer about an accelerator: a port, because the answer is JSON. */
public interface AcceleratorReader {
  /**
   * Takes what is needed from an answer.
   *
   * @param field where the answer stood, for messages
   * @throws InvalidInputException when something needed is missing
   */
  Accelerator read(String field, String json);
}
