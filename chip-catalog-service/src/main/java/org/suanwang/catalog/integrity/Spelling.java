package org.suanwang.catalog.integrity;

import org.suanwang.catalog.catalog.Resolved;

/** How findings spell numbers. */
final class Spelling {
  private Spelling() {}

  /** A value with its unit, and its span where it has one. */
  static String of(Resolved resolved) {
    String value =
        resolved.low().compareTo(resolved.high()) == 0
            ? resolved.value().toPlainString()
            : resolved.low().toPlainString() + "–" + resolved.high().toPlainString();
    return value + " " + resolved.unit().symbol();
  }
}
