package org.suanwang.catalog.rest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.CanonicalForm;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.check.NotFoundException;
import org.suanwang.catalog.check.Violation;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.provenance.Basis;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Locator;
import org.suanwang.catalog.provenance.Recorded;
import org.suanwang.catalog.provenance.Source;
import org.suanwang.catalog.rest.ClaimRequest.AttributePart;
import org.suanwang.catalog.rest.ClaimRequest.SourcePart;

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
      throw new NotFoundException(
          "accelerator", request.accelerator(), "GET /v1/accelerators lists them");
    }
    requireNotLater("asOf", request.asOf());
    Optional<Attribute> attribute = attribute(request.attribute());
    Optional<Quantity> quantity = new QuantityPartReader(violations).read(request.quantity());
    Optional<Basis> basis = new BasisPartReader(violations).read(request.basis());
    Optional<Source> source = source(request.source());
    if (!violations.isEmpty()) {
      throw new InvalidInputException(violations);
    }
    Fact fact = new Fact(attribute.orElseThrow(), quantity.orElseThrow());
    Claim<Fact> claim = claim(fact, source.orElseThrow(), basis.orElseThrow());
    return new Read(claim, source.filter(_ -> !isIdOnly(request.source())));
  }

  private Claim<Fact> claim(Fact fact, Source source, Basis basis) {
    Claim<Fact> unnamed = claim("", fact, source, basis);
    String hash = CanonicalForm.statementHash(unnamed).substring(0, HASH_DIGITS_IN_ID);
    String id = String.join(".", request.accelerator(), slug(fact.attribute()), source.id(), hash);
    return claim(id, fact, source, basis);
  }

  private Claim<Fact> claim(String id, Fact fact, Source source, Basis basis) {
    return new Claim<>(
        id,
        request.accelerator(),
        fact,
        request.printed() == null ? request.quantity().printed() : request.printed(),
        request.qualifier(),
        source.id(),
        new Locator(request.locator().place(), request.locator().row(), request.locator().column()),
        request.asOf(),
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
    if (!a.kind().equals(Throughput.KIND)) {
      Optional<Plain> plain = Plain.find(a.kind());
      if (plain.isEmpty()) {
        violate("attribute.kind", a.kind(), "must be a known attribute", "use one of " + kinds());
      }
      return plain.map(p -> p);
    }
    if (a.precision() == null || a.sparsity() == null || a.circuit() == null || a.scope() == null) {
      violate(
          "attribute",
          Violations.shown(a),
          "a peak must state precision, sparsity, circuit and scope",
          "say UNSTATED for sparsity or circuit where the source is silent");
      return Optional.empty();
    }
    return Optional.of(new Throughput(a.precision(), a.sparsity(), a.circuit(), a.scope()));
  }

  private static List<String> kinds() {
    return Stream.concat(Stream.of(Throughput.KIND), Stream.of(Plain.values()).map(Plain::kind))
        .toList();
  }

  private Optional<Source> source(SourcePart s) {
    if (isIdOnly(s)) {
      Optional<Source> known = catalog.findSource(s.id());
      if (known.isEmpty()) {
        violate(
            "source.id",
            s.id(),
            "must be a known source when nothing else is said about it",
            "GET /v1/sources lists them; or add title, publisher, tier and date");
      }
      return known;
    }
    if (s.title() == null || s.publisher() == null || s.tier() == null || s.date() == null) {
      violate(
          "source",
          s.id(),
          "a new source must have title, publisher, tier and date",
          "add what is left out");
      return Optional.empty();
    }
    requireNotLater("source.date", s.date());
    return Optional.of(
        new Source(
            s.id(),
            s.title(),
            s.publisher(),
            s.tier(),
            s.date(),
            s.url(),
            s.licence(),
            s.readThrough()));
  }

  private static boolean isIdOnly(SourcePart s) {
    return Stream.of(
            Optional.ofNullable(s.title()),
            Optional.ofNullable(s.publisher()),
            Optional.ofNullable(s.tier()),
            Optional.ofNullable(s.date()))
        .allMatch(Optional::isEmpty);
  }

  private void requireNotLater(String field, LocalDate day) {
    if (day.isAfter(recorded.on()) || day.getYear() < 1940) {
      violate(field, day.toString(), "must lie between 1940 and today", "use the day it was said");
    }
  }

  private void violate(String field, String value, String rule, String remedy) {
    violations.add(new Violation(field, value, rule, remedy));
  }
}
