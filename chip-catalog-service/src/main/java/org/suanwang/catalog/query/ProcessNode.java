package org.suanwang.catalog.query;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The size in nanometres that the name of a manufacturing process gives: "TSMC 7 nm FinFET",
 * "28nm", "N4P", "12FFN". It is the name of a generation, and no length of anything.
 *
 * @param smallest of the nodes that are named: a package may have dies of several
 */
record ProcessNode(double smallest, double largest) {
  private static final String NUMBER = "(\\d{1,3}(?:\\.\\d)?)";

  /** "7 nm", "28-nm", "5-nanometre"; makers' names "N3P", "Intel 7", "16FF", "4N". */
  private static final Pattern NODE =
      Pattern.compile(
          "(?i)%1$s[ -]?(?:nm|nanomet)|\\bN%1$s(?![\\d.])|\\bIntel %1$s(?![\\d.])|\\b%1$s(?:FF|N)"
              .formatted(NUMBER));

  /** The node or nodes that a text names; empty when it names none. */
  static Optional<ProcessNode> read(String text) {
    Matcher matcher = NODE.matcher(text);
    double smallest = Double.POSITIVE_INFINITY;
    double largest = 0;
    while (matcher.find()) {
      double node = number(matcher);
      smallest = Math.min(smallest, node);
      largest = Math.max(largest, node);
    }
    return largest == 0 ? Optional.empty() : Optional.of(new ProcessNode(smallest, largest));
  }

  private static double number(Matcher matcher) {
    for (int i = 1; i <= matcher.groupCount(); i++) {
      String group = matcher.group(i);
      if (group != null) {
        return Double.parseDouble(group);
      }
    }
    throw new IllegalStateException("a node without a number");
  }
}
