package org.suanwang.scheduling.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The wall clock and fresh ids, which only the edge knows. */
final class EdgeClock {
  private static final int ID_DIGITS = 12;

  private EdgeClock() {}

  /** Now, as exactly as PostgreSQL keeps it. */
  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  static String freshId(String kind) {
    return kind + "-" + UUID.randomUUID().toString().replace("-", "").substring(0, ID_DIGITS);
  }
}
