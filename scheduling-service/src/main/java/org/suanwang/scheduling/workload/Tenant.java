package org.suanwang.scheduling.workload;

import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;

/**
 * For whom a job runs: the path of a queue, from the top of the tree down, as {@code
 * research/vision}.
 */
public final class Tenant {
  /** Of jobs that say nothing. */
  public static final String DEFAULT = "default";

  /** Stands between the names of a path. */
  public static final String SEPARATOR = "/";

  /** Length of a path. */
  public static final int LENGTH_MAX = 200;

  /** Names in a path. */
  public static final int LEVELS_MAX = 8;

  /** What a path must be, for people. */
  public static final String RULE =
      "must be the path of a queue: 1 to %d names with %s between, at most %d characters in all, none of them a control character"
          .formatted(LEVELS_MAX, SEPARATOR, LENGTH_MAX);

  private Tenant() {}

  /** The path of the queue above one; null at the top. */
  public static @Nullable String above(String path) {
    int end = path.lastIndexOf(SEPARATOR);
    return end < 0 ? null : path.substring(0, end);
  }

  /** Whether a text is a path. It is asked for every job, so it takes no streams. */
  public static boolean isPath(String text) {
    if (text.equals(DEFAULT)) {
      return true;
    }
    int levels = 1;
    boolean isBlank = true;
    for (int i = 0; i < text.length(); i++) {
      boolean isEnd = text.charAt(i) == SEPARATOR.charAt(0);
      if (isEnd && isBlank) {
        return false;
      }
      levels += isEnd ? 1 : 0;
      isBlank = isEnd || (isBlank && Character.isWhitespace(text.charAt(i)));
    }
    return !isBlank
        && levels <= LEVELS_MAX
        && text.length() <= LENGTH_MAX
        && Findings.isPrintable(text);
  }
}
