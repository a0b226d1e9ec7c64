package org.suanwang.catalog.accelerator;

import java.util.List;

/**
 * Who designs accelerators.
 *
 * @param country ISO 3166-1 alpha-2
 */
public record Vendor(String id, String name, List<String> aliases, String country) {
  public Vendor {
    aliases = List.copyOf(aliases);
  }
}
