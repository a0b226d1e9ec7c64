package org.suanwang.catalog.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.AttributeKey;
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
    if (catalog.findDossier(request.subject()).isEmpty()) {
      violate(
          "subject",
          request.subject(),
          "must be the id of something in the catalogue",
          catalog.subjectRemedy(request.subject()));
    }
    var dates = new DatePartReader(recorded.on(), violations);
    Optional<PartialDate> asOf = dates.read("asOf", request.asOf());
    Optional<Attribute> attribute = new AttributePartReader(violations).read(request.attribute());
    boolean signed = attribute.filter(Attribute::isSigned).isPresent();
    Optional<Quantity> quantity =
        new QuantityPartReader(signed, violations).read(request.quantity());
    attribute.ifPresent(a -> quantity.ifPresent(q -> requireFitting(a, q)));
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

  /** Words where a number is due are for sources that print no number; a sender can look it up. */
  private void requireFitting(Attribute attribute, Quantity quantity) {
    if (quantity instanceof Quantity.Text text && !attribute.form().words()) {
      violate(
          "quantity.text",
          text.text(),
          attribute.kind() + " must be a number",
          "give value and unit, or reason NOT_PRINTED where the source prints none");
    }
  }

  private Claim<Fact> claim(Fact fact, Source source, PartialDate asOf, Basis basis) {
    Claim<Fact> unnamed = claim("", fact, source, asOf, basis);
    String hash = CanonicalForm.statementHash(unnamed).substring(0, HASH_DIGITS_IN_ID);
    String id =
        String.join(
            ".", request.subject(), AttributeKey.slug(fact.attribute().key()), source.id(), hash);
    return claim(id, fact, source, asOf, basis);
  }

  private Claim<Fact> claim(String id, Fact fact, Source source, PartialDate asOf, Basis basis) {
    return new Claim<>(
        id,
        request.subject(),
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

  private void violate(String field, String value, String rule, String remedy) {
    violations.add(new Violation(field, value, rule, remedy));
  }
}
