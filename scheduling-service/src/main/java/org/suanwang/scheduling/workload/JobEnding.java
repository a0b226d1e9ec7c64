package org.suanwang.scheduling.workload;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a job comes to the end of its work, if nothing ends it before. */
public enum JobEnding {
  /** With its result. */
  COMPLETES(0),
  /** Its own program fails. */
  FAILS(1),
  /** Its user stops it, having seen enough. */
  STOPPED(2);

  private static final List<JobEnding> ALL = List.of(values());

  private final byte code;

  JobEnding(int code) {
    this.code = (byte) code;
  }

  /** Stands for the ending where jobs are kept; never changes. */
  public byte code() {
    return code;
  }

  /** The ending that is called this in lower case. */
  public static Optional<JobEnding> find(String word) {
    return ALL.stream().filter(e -> e.word().equals(word)).findFirst();
  }

  /** What it is called. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The ending that this code stands for. */
  public static JobEnding of(int code) {
    return ALL.get(code);
  }
}
