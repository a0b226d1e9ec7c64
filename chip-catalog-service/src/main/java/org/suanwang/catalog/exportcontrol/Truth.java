package org.suanwang.catalog.exportcontrol;

import java.util.Collection;
import java.util.List;

/** Whether something holds, as far as is known. */
public enum Truth {
  YES,
  NO,
  /** Not known, or it depends on which of several possible values is the true one. */
  UNKNOWN;

  /** What can be the case. */
  List<Boolean> possibilities() {
    return switch (this) {
      case YES -> List.of(true);
      case NO -> List.of(false);
      case UNKNOWN -> List.of(true, false);
    };
  }

  /** What is known when each of these can be the case. */
  static Truth of(Collection<Boolean> cases) {
    if (!cases.contains(false)) {
      return YES;
    }
    return cases.contains(true) ? UNKNOWN : NO;
  }
}
