package org.suanwang.catalog.catalog;

import java.util.Comparator;

/**
 * Something that an integrity rule says about a catalogue.
 *
 * @param severity whether it stops publication
 * @param rule the rule's name
 * @param subject the id of the claim, source or accelerator that it is about
 * @param message what is found, and what to do
 */
public record Finding(Severity severity, String rule, String subject, String message) {

  /** Errors first, then by rule and subject: the order in which findings are served. */
  public static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::subject)
          .thenComparing(Finding::message);

  /** How bad a finding is; the worst comes first. */
  public enum Severity {
    /** The catalogue is not published. */
    ERROR,
    /** Probably wrong; somebody should look. */
    WARNING,
    /** Worth knowing: sources disagree, or a wrong value is already corrected. */
    INFO
  }
}
