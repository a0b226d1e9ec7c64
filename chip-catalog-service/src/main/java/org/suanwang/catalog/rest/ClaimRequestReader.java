package org.suanwang.catalog.rest;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.CanonicalForm;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.check.Violation;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.provenance.Basis;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Locator;
import org.suanwang.catalog.provenance.PartialDate;
import org.suanwang.catalog.provenance.Recorded;
import org.suanwang.catalog.provenance.Source;
import org.suanwang.catalog.rest.ClaimRequest.AttributePart;

/** Reads a claim out of a request; everything that is wrong with it is told at once. */
final class ClaimRequestReader {
  private static final int HASH_DIGITS_IN_ID = 8;

  private final ClaimRequest request;
  private final Catalog catalog;
  private final Recorded recorded;
  private final List<Violation> violations = new ArrayList<>();

  ClaimRequestReader(ClaimRequest request, Catalog catalog, Recorded recorded) {
    this.request = request;
    this.catalog = catalog;
    this.recorded = recorded;
  }

  /** What the request asks for: the claim, and its source's particulars when it gives them. */
  record Read(Claim<Fact> claim, Optional<Source> source) {}

  Read read() {
    if (catalog.findAccelerator(request.accelerator()).isEmpty()) {
      violate(
          "accelerator",
          request.accelerator(),
          "must be the id of an accelerator",
          catalog.acceleratorRemedy(request.accelerator()));
    }
    var dates = new DatePartReader(recorded.on(), violations);
    Optional<PartialDate> asOf = dates.read("asOf", request.asOf());
    Optional<Attribute> attribute = attribute(request.attribute());
    Optional<Quantity> quantity = new QuantityPartReader(violations).read(request.quantity());
    Optional<Basis> basis = new BasisPartReader(violations).read(request.basis());
    Optional<Source> source =
        new SourcePartReader(catalog, dates, violations).read(request.source());
    if (!violations.isEmpty()) {
      throw new InvalidInputException(violations);
    }
    Fact fact = new Fact(attribute.orElseThrow(), quantity.orElseThrow());
    Claim<Fact> claim = claim(fact, source.orElseThrow(), asOf.orElseThrow(), basis.orElseThrow());
    return new Read(claim, source.filter(_ -> !SourcePartReader.isIdOnly(request.source())));
  }

  private Claim<Fact> claim(Fact fact, Source source, PartialDate asOf, Basis basis) {
    Claim<Fact> unnamed = claim("", fact, source, asOf, basis);
    String hash = CanonicalForm.statementHash(unnamed).substring(0, HASH_DIGITS_IN_ID);
    String id = String.join(".", request.accelerator(), slug(fact.attribute()), source.id(), hash);
    return claim(id, fact, source, asOf, basis);
  }

  private Claim<Fact> claim(String id, Fact fact, Source source, PartialDate asOf, Basis basis) {
    return new Claim<>(
        id,
        request.accelerator(),
        fact,
        request.printed() == null ? request.quantity().printed() : request.printed(),
        request.qualifier(),
        source.id(),
        new Locator(request.locator().place(), request.locator().row(), request.locator().column()),
        asOf,
        source.tier(),
        basis,
        recorded);
  }

  private static String slug(Attribute attribute) {
    String slug =
        switch (attribute) {
          case Throughput t -> t.precision() + "-" + t.sparsity() + "-" + t.circuit();
          case Plain plain -> plain.name();
        };
    return slug.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Optional<Attribute> attribute(AttributePart a) {
    return a.kind().equals(Throughput.KIND) ? throughput(a) : plain(a);
  }

  private Optional<Attribute> throughput(AttributePart a) {
    int before = violations.size();
    parts(a)
        .forEach(
            (part, value) -> {
              if (value.isEmpty()) {
                violate(
                    "attribute." + part,
                    "null",
                    "a peak must state precision, sparsity, circuit and scope",
                    "add it; UNSTATED says that the source is silent on sparsity or circuit");
              }
            });
    if (violations.size() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new Throughput(
            requireNonNull(a.precision()),
            requireNonNull(a.sparsity()),
            requireNonNull(a.circuit()),
            requireNonNull(a.scope())));
  }

  private Optional<Attribute> plain(AttributePart a) {
    Optional<Plain> plain = Plain.find(a.kind());
    if (plain.isEmpty()) {
      violations.add(Violations.unknown("attribute.kind", a.kind(), kinds()));
    }
    parts(a)
        .forEach(
            (part, value) ->
                value.ifPresent(
                    v ->
                        violate(
                            "attribute." + part,
                            v.name(),
                            "belongs to peaks only",
                            "leave it out, or use the kind " + Throughput.KIND)));
    return plain.map(p -> p);
  }

  private static Map<String, Optional<Enum<?>>> parts(AttributePart a) {
    Map<String, Optional<Enum<?>>> parts = new LinkedHashMap<>();
    parts.put("precision", Optional.ofNullable(a.precision()));
    parts.put("sparsity", Optional.ofNullable(a.sparsity()));
    parts.put("circuit", Optional.ofNullable(a.circuit()));
    parts.put("scope", Optional.ofNullable(a.scope()));
    return parts;
  }

  private static List<String> kinds() {
    return Stream.concat(Stream.of(Throughput.KIND), Stream.of(Plain.values()).map(Plain::kind))
        .toList();
  }

  private void violate(String field, String value, String rule, String remedy) {
    violations.add(new Violation(field, value, rule, remedy));
  }
}
