package org.suanwang.scheduling.load;

import java.util.HashSet;
import java.util.Set;

/** Why pods are left out or changed: some reasons by name, so that the answer stays short. */
final class FewReasons {
  private static final int REASONS_MAX = 20;

  private final Set<String> told = new HashSet<>();
  private final String otherwise;

  /** With what is said after many others. */
  FewReasons(String otherwise) {
    this.otherwise = otherwise;
  }

  /** The reason, or a general one when there were many others before. */
  String of(String reason) {
    if (told.size() < REASONS_MAX) {
      told.add(reason);
    }
    return told.contains(reason) ? reason : otherwise;
  }
}
