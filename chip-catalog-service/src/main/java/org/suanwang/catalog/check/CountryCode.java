package org.suanwang.catalog.check;

import java.util.Locale;
import java.util.Locale.IsoCountryCode;

/** Codes of countries and territories by ISO 3166-1: two letters. */
public final class CountryCode {
  public static final String RULE = "must be a code of a country by ISO 3166-1";
  public static final String REMEDY = "write two letters: CN";

  private CountryCode() {}

  /** Whether capital letters are such a code. */
  public static boolean isOne(String code) {
    return Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2).contains(code);
  }

  public static Violation violation(String field, String value) {
    return new Violation(field, value, RULE, REMEDY);
  }
}
