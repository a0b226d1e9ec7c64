package org.suanwang.scheduling.policy;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A filter as it is chosen by name, beside {@link FitsNode}, which every policy has.
 *
 * @param name one of {@link #KINDS}
 * @param values what is let through; empty for a filter that takes none
 */
public record FilterChoice(String name, List<String> values) {
  /** As many values a filter takes. */
  public static final int VALUES_MAX = 100;

  /** The filter whose values are codes of countries. */
  public static final String COUNTRIES = DeviceCountriesOnly.NAME;

  /** Those that can be chosen. */
  public static final List<Kind> KINDS =
      List.of(
          new Kind(
              DeviceTypesOnly.NAME, "devices of the types in values only", "ids of device types"),
          new Kind(
              DeviceCountriesOnly.NAME,
              "devices of makers from the countries in values only",
              "country codes of ISO 3166-1 alpha-2"),
          new Kind(HubsOnly.NAME, "nodes of the hubs in values only", "ids of hubs"),
          new Kind(
              DeviceNodesForDevices.NAME,
              "no tasks without devices on nodes that have devices",
              ""));

  /**
   * A filter that can be chosen.
   *
   * @param name of it
   * @param meaning what it lets through, in a few words
   * @param values what its values are; empty if it takes none
   */
  public record Kind(String name, String meaning, String values) {}

  public FilterChoice {
    values = List.copyOf(Objects.requireNonNullElse(values, List.of()));
  }

  /**
   * The filter itself.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public NodeFilter filter() {
    return switch (name) {
      case DeviceTypesOnly.NAME -> new DeviceTypesOnly(Set.copyOf(values));
      case DeviceCountriesOnly.NAME -> new DeviceCountriesOnly(Set.copyOf(values));
      case HubsOnly.NAME -> new HubsOnly(Set.copyOf(values));
      case DeviceNodesForDevices.NAME -> new DeviceNodesForDevices();
      default -> throw new IllegalArgumentException("no filter " + name);
    };
  }

  /** As a part of a label: the name, and its values in parentheses. */
  public String label() {
    return values.isEmpty() ? name : name + "(" + String.join(",", values) + ")";
  }
}
