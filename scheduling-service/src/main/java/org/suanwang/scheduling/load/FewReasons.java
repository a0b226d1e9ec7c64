package org.suanwang.scheduling.load;

import java.util.HashSet;
import java.util.Set;

/** Why pods are left out: some reasons by name, so that the answer is short whatever was sent. */
final class FewReasons {
  private static final int REASONS_MAX = 20;

  private final Set<String> told = new HashSet<>();

  /** The reason, or a general one when there were many others before. */
  String of(String reason) {
    if (told.size() < REASONS_MAX) {
      told.add(reason);
    }
    return told.contains(reason)
        ? reason
        : "asks for other resources that deviceResources does not name";
  }
}
