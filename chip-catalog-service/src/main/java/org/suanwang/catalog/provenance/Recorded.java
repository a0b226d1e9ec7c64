package org.suanwang.catalog.provenance;

import java.time.LocalDate;

/**
 * Who put a claim into the catalogue, and when.
 *
 * @param by a data package or a person
 * @param on the release date of the package, or the day of the entry
 */
public record Recorded(String by, LocalDate on) {}
