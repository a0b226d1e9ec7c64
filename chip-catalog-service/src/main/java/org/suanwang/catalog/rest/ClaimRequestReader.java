package org.suanwang.catalog.rest;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.CanonicalForm;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.check.NotFoundException;
import org.suanwang.catalog.check.Violation;
import org.suanwang.catalog.measure.Decimals;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.measure.QuantityReader;
import org.suanwang.catalog.measure.Unit;
import org.suanwang.catalog.provenance.Basis;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Locator;
import org.suanwang.catalog.provenance.Recorded;
import org.suanwang.catalog.provenance.Source;
import org.suanwang.catalog.rest.ClaimRequest.AttributePart;
import org.suanwang.catalog.rest.ClaimRequest.BasisPart;
import org.suanwang.catalog.rest.ClaimRequest.QuantityPart;
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

  /** What the request asks for: the claim, and its source when that is new. */
  record Read(Claim<Fact> claim, Optional<Source> newSource) {}

  Read read() {
    if (catalog.findAccelerator(request.accelerator()).isEmpty()) {
      throw new NotFoundException(
          "accelerator", request.accelerator(), "GET /v1/accelerators lists them");
    }
    requireNotLater("asOf", request.asOf());
    Optional<Attribute> attribute = attribute(request.attribute());
    Optional<Quantity> quantity = quantity(request.quantity());
    Optional<Basis> basis = basis(request.basis());
    Optional<Source> source = source(request.source());
    if (!violations.isEmpty()) {
      throw new InvalidInputException(violations);
    }
    Fact fact = new Fact(attribute.orElseThrow(), quantity.orElseThrow());
    Claim<Fact> claim = claim(fact, source.orElseThrow(), basis.orElseThrow());
    return new Read(claim, source.filter(s -> catalog.findSource(s.id()).isEmpty()));
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
          a.toString(),
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

  private Optional<Quantity> quantity(QuantityPart q) {
    for (BigDecimal number : numbers(q)) {
      if (!Decimals.isWithinLimits(number) || number.signum() <= 0) {
        violate(
            "quantity",
            number.precision() + " digits, scale " + number.scale(),
            "must be above 0, at most " + Decimals.MAX.toPlainString() + ", with 9 decimals",
            "use the unit's own magnitude, such as TFLOP/s");
        return Optional.empty();
      }
    }
    Optional<Quantity> quantity = readQuantity(q);
    if (quantity.isEmpty()) {
      violate(
          "quantity",
          q.toString(),
          "must be one value, range, bound, text, reason or readable print",
          "units are " + Unit.symbols());
    }
    return quantity;
  }

  private static List<BigDecimal> numbers(QuantityPart q) {
    return Stream.of(
            Optional.ofNullable(q.value()),
            Optional.ofNullable(q.low()),
            Optional.ofNullable(q.high()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Quantity> readQuantity(QuantityPart q) {
    long ways =
        Stream.of(q.value(), q.low(), q.text(), q.reason(), q.printed())
            .filter(Objects::nonNull)
            .count();
    if (ways != 1 || (q.low() == null) != (q.high() == null)) {
      return Optional.empty();
    }
    if (q.printed() != null) {
      return QuantityReader.find(q.printed());
    }
    if (q.text() != null) {
      return Optional.of(new Quantity.Text(q.text()));
    }
    if (q.reason() != null) {
      return Optional.of(new Quantity.Unknown(q.reason()));
    }
    return Optional.ofNullable(q.unit()).flatMap(Unit::find).flatMap(unit -> number(q, unit));
  }

  private static Optional<Quantity> number(QuantityPart q, Unit unit) {
    if (q.low() != null && q.high() != null) {
      return q.low().compareTo(q.high()) > 0
          ? Optional.empty()
          : Optional.of(new Quantity.Range(q.low(), q.high(), unit));
    }
    BigDecimal value = requireNonNull(q.value());
    return Optional.of(
        q.relation() == null
            ? new Quantity.Value(value, unit)
            : new Quantity.Bound(q.relation(), value, unit));
  }

  private Optional<Basis> basis(BasisPart b) {
    Optional<Basis> basis =
        switch (b.kind()) {
          case "REPORTED" -> Optional.of(new Basis.Reported());
          case "CORRECTED" -> both(b.corrects(), b.why()).map(_ -> corrected(b));
          case "MEASURED" -> text(b.method()).map(Basis.Measured::new);
          case "DERIVED" ->
              both(b.rule(), b.inputs())
                  .map(
                      _ -> new Basis.Derived(requireNonNull(b.rule()), requireNonNull(b.inputs())));
          case "ESTIMATED" -> estimated(b);
          case "UNKNOWN" -> text(b.why()).map(Basis.Unknown::new);
          default -> Optional.empty();
        };
    if (basis.isEmpty()) {
      violate(
          "basis",
          b.toString(),
          "must be a known kind with what that kind needs",
          "REPORTED; CORRECTED corrects why; MEASURED method; DERIVED rule inputs; ESTIMATED"
              + " method low high; UNKNOWN why");
    }
    return basis;
  }

  private static Basis corrected(BasisPart b) {
    return new Basis.Corrected(requireNonNull(b.corrects()), requireNonNull(b.why()));
  }

  private static Optional<Basis> estimated(BasisPart b) {
    if (b.low() == null
        || b.high() == null
        || !Decimals.isWithinLimits(b.low())
        || !Decimals.isWithinLimits(b.high())
        || b.low().compareTo(b.high()) > 0) {
      return Optional.empty();
    }
    BigDecimal low = Decimals.normal(b.low());
    BigDecimal high = Decimals.normal(b.high());
    return text(b.method()).map(method -> new Basis.Estimated(method, low, high));
  }

  private static Optional<String> text(@Nullable String text) {
    return Optional.ofNullable(text).filter(t -> !t.isBlank());
  }

  private static Optional<Object> both(@Nullable Object one, @Nullable Object other) {
    return one == null || other == null ? Optional.empty() : Optional.of(one);
  }

  private Optional<Source> source(SourcePart s) {
    boolean isIdOnly =
        Stream.of(s.title(), s.publisher(), s.tier(), s.date()).allMatch(Objects::isNull);
    if (isIdOnly) {
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

  private void requireNotLater(String field, LocalDate day) {
    if (day.isAfter(recorded.on()) || day.getYear() < 1940) {
      violate(field, day.toString(), "must lie between 1940 and today", "use the day it was said");
    }
  }

  private void violate(String field, String value, String rule, String remedy) {
    violations.add(new Violation(field, value, rule, remedy));
  }
}
