package org.suanwang.market.model;

import org.suanwang.market.check.Violation;
import org.suanwang.market.parameter.Origin;

/**
 * One thing that a check found in a model.
 *
 * @param rule short name of the rule, the same for every occurrence: {@code unknown-name}
 * @param subject the parameter, variable or scenario it is about
 * @param message what is so, with the values
 * @param remedy what to do
 */
public record Finding(
    Severity severity, String rule, String subject, Origin origin, String message, String remedy) {

  public static Finding error(
      String rule, String subject, Origin origin, String message, String remedy) {
    return new Finding(Severity.ERROR, rule, subject, origin, message, remedy);
  }

  public static Finding warning(
      String rule, String subject, Origin origin, String message, String remedy) {
    return new Finding(Severity.WARNING, rule, subject, origin, message, remedy);
  }

  public static Finding note(
      String rule, String subject, Origin origin, String message, String remedy) {
    return new Finding(Severity.NOTE, rule, subject, origin, message, remedy);
  }

  /** The finding as a broken rule of an input. */
  public Violation toViolation() {
    String where = origin.path().isEmpty() ? subject : origin.path();
    return new Violation(origin.text() + " " + where, subject, rule + ": " + message, remedy);
  }
}
