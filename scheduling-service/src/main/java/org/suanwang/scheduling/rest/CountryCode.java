package org.suanwang.scheduling.rest;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;

/** A country as ISO 3166-1 alpha-2 codes it; reserved and withdrawn codes are none. */
final class CountryCode {
  private CountryCode() {}

  /** Reads one from a field; null when it is missing or none. */
  static @Nullable String read(Findings findings, String field, @Nullable String given) {
    boolean isCode =
        given != null && Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(given);
    findings.require(
        given == null || isCode,
        field,
        given,
        "must be a country code of ISO 3166-1 alpha-2, in capitals",
        "write it as CN");
    return isCode ? given : null;
  }
}
