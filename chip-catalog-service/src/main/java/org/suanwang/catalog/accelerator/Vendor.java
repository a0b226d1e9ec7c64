package org.suanwang.catalog.accelerator;

import java.util.List;

/**
 * A company that makes, builds in, sells or runs accelerators.
 *
 * @param country ISO 3166-1 alpha-2
 */
public record Vendor(String id, String name, List<String> aliases, String country)
    implements Subject {
  public Vendor {
    aliases = List.copyOf(aliases);
  }
}
