package org.suanwang.catalog.accelerator;

import java.util.List;

/**
 * A product that can be bought or rented as one device. What it can do is not here but in claims.
 *
 * @param id a stable slug
 * @param name the product's name
 * @param aliases other names, Chinese ones included
 * @param vendorId who designs it
 * @param scope what one device of it is
 */
public record Accelerator(
    String id, String name, List<String> aliases, String vendorId, Scope scope) implements Subject {
  public Accelerator {
    aliases = List.copyOf(aliases);
  }
}
