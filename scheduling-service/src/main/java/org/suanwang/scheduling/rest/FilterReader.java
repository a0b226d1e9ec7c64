package org.suanwang.scheduling.rest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.policy.FilterChoice;
import org.suanwang.scheduling.workload.WorkloadLimits;

/** Reads the filters of a composed policy. */
final class FilterReader {
  private static final List<String> NAMES =
      FilterChoice.KINDS.stream().map(FilterChoice.Kind::name).toList();

  private final Findings findings;
  private final String field;

  /** Those of the policy that stands in this field. */
  FilterReader(Findings findings, String policy) {
    this.findings = findings;
    this.field = policy + ".filters";
  }

  List<FilterChoice> read(PolicyChoice.Parts parts) {
    List<PolicyChoice.@Nullable Filter> given =
        Objects.requireNonNullElse(parts.filters(), List.of());
    if (!findings.require(
        given.size() <= NAMES.size(),
        field,
        given.size() + " filters",
        "each filter can be there once, so at most " + NAMES.size(),
        "name all values in one filter")) {
      return List.of();
    }
    List<FilterChoice> filters = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < given.size(); i++) {
      read(field + "[" + i + "]", given.get(i), names, filters);
    }
    return filters;
  }

  private void read(
      String at, PolicyChoice.@Nullable Filter given, Set<String> names, List<FilterChoice> into) {
    String name = given == null ? null : given.name();
    FilterChoice.Kind kind =
        FilterChoice.KINDS.stream().filter(k -> k.name().equals(name)).findFirst().orElse(null);
    findings.require(kind != null, at + ".name", name, "must name a filter", "use one of " + NAMES);
    if (given == null || kind == null) {
      return;
    }
    findings.require(
        names.add(kind.name()),
        at + ".name",
        name,
        "each filter can be there once",
        "name all values in one filter");
    into.add(new FilterChoice(kind.name(), values(at + ".values", given, kind)));
  }

  private List<String> values(String at, PolicyChoice.Filter given, FilterChoice.Kind kind) {
    List<@Nullable String> values = Objects.requireNonNullElse(given.values(), List.of());
    boolean takesAny = !kind.values().isEmpty();
    if (!findings.require(
        takesAny ? !values.isEmpty() && values.size() <= FilterChoice.VALUES_MAX : values.isEmpty(),
        at,
        values.size() + " values",
        takesAny
            ? "must be 1 to %d %s".formatted(FilterChoice.VALUES_MAX, kind.values())
            : "this filter takes no values",
        takesAny ? "name what is to be let through" : "leave them out")) {
      return List.of();
    }
    Set<String> different = new LinkedHashSet<>();
    for (int i = 0; i < values.size(); i++) {
      String place = at + "[" + i + "]";
      different.add(findings.name(place, values.get(i), WorkloadLimits.NAME_LENGTH_MAX));
      if (kind.name().equals(FilterChoice.COUNTRIES)) {
        CountryCode.read(findings, place, values.get(i));
      }
    }
    return List.copyOf(different);
  }
}
