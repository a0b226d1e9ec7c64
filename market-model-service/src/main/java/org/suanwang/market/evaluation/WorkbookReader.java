package org.suanwang.market.evaluation;

import org.suanwang.market.scenario.PublishedModel;

/** Reads back a spreadsheet that {@link WorkbookWriter} wrote: a port, as that one. */
public interface WorkbookReader {
  /**
   * Opens a file.
   *
   * @throws org.suanwang.market.check.InvalidInputException when it is no such spreadsheet, or
   *     larger than is read
   */
  OpenWorkbook open(byte[] file);

  /** A file that was read. */
  interface OpenWorkbook {
    /** The id of the model that it says it was written from. */
    String model();

    /** The version that it says it was written from. */
    String version();

    /**
     * What was changed in it since.
     *
     * @param published the version that it was written from
     * @throws org.suanwang.market.check.InvalidInputException with every cell that was changed and
     *     is not for changing, or whose change has no effect in the chosen scenario
     */
    WorkbookChanges changes(PublishedModel published);
  }
}
