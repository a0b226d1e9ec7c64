package org.suanwang.market.catalogue;

import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What a version of the catalogue says of an accelerator.
 *
 * @param properties by the names that values cite, each in the unit of its citation
 * @param document the whole answer as JSON
 */
public record Specification(
    String accelerator, String catalogVersion, Map<String, Resolved> properties, String document) {
  public Specification {
    properties = Map.copyOf(properties);
  }

  /** The value that the catalogue resolves to, and the span of all that is claimed. */
  public record Resolved(BigFraction value, BigFraction low, BigFraction high) {}
}
