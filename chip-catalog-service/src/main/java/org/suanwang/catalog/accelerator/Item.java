package org.suanwang.catalog.accelerator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What accelerators are built into, run with, work on or are bound by. All that is known of it is
 * in claims.
 *
 * @param id a stable slug
 * @param vendorId who makes it, where somebody does
 */
public record Item(
    String id, Kind kind, String name, List<String> aliases, @Nullable String vendorId)
    implements Subject {
  public Item {
    aliases = List.copyOf(aliases);
  }

  /** What an item is. */
  public enum Kind {
    /** A server, an appliance, a rack or a cluster. */
    SYSTEM,
    SOFTWARE_STACK,
    AI_MODEL,
    /** A way of connecting devices, such as NVLink. */
    INTERCONNECT,
    /** What a government wants reached by a date. */
    POLICY
  }
}
