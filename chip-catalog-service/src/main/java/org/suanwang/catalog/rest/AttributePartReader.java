package org.suanwang.catalog.rest;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.accelerator.Link;
import org.suanwang.catalog.accelerator.Named;
import org.suanwang.catalog.check.Violation;
import org.suanwang.catalog.rest.ClaimRequest.AttributePart;

/** Reads the attribute of a request; notes what is wrong with it. */
final class AttributePartReader {
  private static final List<String> PEAK = List.of("precision", "sparsity", "circuit", "scope");

  private final List<Violation> violations;

  AttributePartReader(List<Violation> violations) {
    this.violations = violations;
  }

  Optional<Attribute> read(AttributePart a) {
    int before = violations.size();
    Optional<Attribute> plain = Plain.find(a.kind()).map(p -> p);
    Optional<Named.Family> family = Named.Family.find(a.kind());
    Optional<Link.Relation> relation = Link.Relation.find(a.kind());
    if (a.kind().equals(Throughput.KIND)) {
      requireExactly(a, PEAK);
      return violations.size() > before ? Optional.empty() : Optional.of(throughput(a));
    }
    if (family.isPresent()) {
      requireExactly(a, List.of("name"));
      return violations.size() > before
          ? Optional.empty()
          : family.map(f -> new Named(f, requireNonNull(a.name()).strip()));
    }
    if (relation.isPresent()) {
      requireExactly(a, List.of("target"));
      return violations.size() > before
          ? Optional.empty()
          : relation.map(r -> new Link(r, requireNonNull(a.target()).strip()));
    }
    requireExactly(a, List.of());
    if (plain.isEmpty()) {
      violations.add(Violations.unknown("attribute.kind", a.kind(), kinds()));
    }
    return plain;
  }

  private static Throughput throughput(AttributePart a) {
    return new Throughput(
        requireNonNull(a.precision()),
        requireNonNull(a.sparsity()),
        requireNonNull(a.circuit()),
        requireNonNull(a.scope()));
  }

  private void requireExactly(AttributePart a, List<String> needed) {
    parts(a)
        .forEach(
            (part, value) -> {
              if (needed.contains(part)) {
                requireGiven(a.kind(), part, value);
              } else if (value.isPresent()) {
                violations.add(
                    new Violation(
                        "attribute." + part,
                        value.get(),
                        "does not belong to the kind " + a.kind(),
                        "leave it out, or use the kind " + kindOf(part)));
              }
            });
  }

  private void requireGiven(String kind, String part, Optional<String> value) {
    if (value.filter(v -> !v.isBlank()).isPresent()) {
      return;
    }
    boolean peak = kind.equals(Throughput.KIND);
    violations.add(
        new Violation(
            "attribute." + part,
            value.orElse("null"),
            peak
                ? "a peak must state precision, sparsity, circuit and scope"
                : "must be given with the kind " + kind,
            peak
                ? "add it; UNSTATED says that the source is silent on sparsity or circuit"
                : "add it"));
  }

  private static String kindOf(String part) {
    return switch (part) {
      case "name" -> "clock, cores, price, revenue or score";
      case "target" -> "contains, succeeds or runs";
      default -> Throughput.KIND;
    };
  }

  private static Map<String, Optional<String>> parts(AttributePart a) {
    Map<String, Optional<String>> parts = new LinkedHashMap<>();
    parts.put("precision", name(a.precision()));
    parts.put("sparsity", name(a.sparsity()));
    parts.put("circuit", name(a.circuit()));
    parts.put("scope", name(a.scope()));
    parts.put("name", Optional.ofNullable(a.name()));
    parts.put("target", Optional.ofNullable(a.target()));
    return parts;
  }

  private static Optional<String> name(@Nullable Enum<?> constant) {
    return Optional.ofNullable(constant).map(Enum::name);
  }

  private static List<String> kinds() {
    return Stream.of(
            Stream.of(Throughput.KIND),
            Arrays.stream(Plain.values()).map(Plain::kind),
            Arrays.stream(Named.Family.values()).map(Named.Family::kind),
            Arrays.stream(Link.Relation.values()).map(Link.Relation::kind))
        .flatMap(s -> s)
        .toList();
  }
}
