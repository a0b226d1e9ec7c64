package org.suanwang.market.evaluation;

import org.jspecify.annotations.Nullable;
import org.suanwang.market.scenario.PublishedModel;

/** Writes a model as a spreadsheet that computes it: a port, because file formats are no core. */
public interface WorkbookWriter {
  /**
   * The file's bytes; the same for the same version and scenario.
   *
   * @param scenario the one chosen in the file; null for the parameters as they stand
   * @throws org.suanwang.market.check.NotFoundException when there is no such scenario
   * @throws org.suanwang.market.check.InvalidInputException when the scenario has no result, or the
   *     model is larger than a spreadsheet takes
   */
  byte[] write(PublishedModel published, @Nullable String scenario);
}
