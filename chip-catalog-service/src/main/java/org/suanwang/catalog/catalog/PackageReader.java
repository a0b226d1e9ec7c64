package org.suanwang.catalog.catalog;

import java.time.LocalDate;
import java.util.Optional;

/** Reads files that people send in. */
public interface PackageReader {

  /**
   * What is known of a file that is sent in.
   *
   * @param by who sends it
   * @param today the day on which it is recorded; nothing in it may be of a later one
   * @param sourceId for tables that do not say it: the source that they are
   */
  record Upload(ExchangeFormat format, String by, LocalDate today, Optional<String> sourceId) {}

  /** What was read, and what of it was left out and why. */
  record Reading(DataPackage data, ImportReport report) {}

  /**
   * Reads all of it.
   *
   * @param body its bytes, as they came
   * @param known the catalogue that it may cite, and whose subjects it may add to
   * @throws org.suanwang.catalog.check.InvalidInputException naming line, field, rule and remedy of
   *     everything found
   */
  Reading read(Upload upload, byte[] body, Catalog known);
}
