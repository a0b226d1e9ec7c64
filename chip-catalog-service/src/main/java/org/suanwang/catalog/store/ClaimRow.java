package org.suanwang.catalog.store;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Scope;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.measure.Unit;
import org.suanwang.catalog.provenance.Basis;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Locator;
import org.suanwang.catalog.provenance.PartialDate;
import org.suanwang.catalog.provenance.Recorded;
import org.suanwang.catalog.provenance.Tier;

/** Writes claims as rows and reads them back; both ways without loss. */
final class ClaimRow {
  private ClaimRow() {}

  static ClaimEntity write(Claim<Fact> claim) {
    ClaimEntity row = new ClaimEntity();
    row.id = claim.id();
    row.acceleratorId = claim.subject();
    write(claim.content().attribute(), row);
    write(claim.content().quantity(), row);
    row.printed = claim.printed();
    row.qualifier = claim.qualifier();
    row.sourceId = claim.sourceId();
    row.place = claim.locator().place();
    row.placeRow = claim.locator().row();
    row.placeColumn = claim.locator().column();
    row.asOf = claim.asOf().toString();
    row.tier = claim.tier().name();
    write(claim.basis(), row);
    row.recordedBy = claim.recorded().by();
    row.recordedOn = claim.recorded().on();
    return row;
  }

  private static void write(Attribute attribute, ClaimEntity row) {
    row.attribute = attribute.kind();
    if (attribute instanceof Throughput t) {
      row.precision = t.precision().name();
      row.sparsity = t.sparsity().name();
      row.circuit = t.circuit().name();
      row.scope = t.scope().name();
    }
  }

  private static void write(Quantity quantity, ClaimEntity row) {
    row.unit = quantity.unit().map(Unit::symbol).orElse(null);
    switch (quantity) {
      case Quantity.Value v -> {
        row.quantity = "VALUE";
        row.low = v.number();
        row.high = v.number();
      }
      case Quantity.Bound b -> {
        row.quantity = "BOUND";
        row.relation = b.relation().name();
        row.low = b.number();
        row.high = b.number();
      }
      case Quantity.Range r -> {
        row.quantity = "RANGE";
        row.low = r.low();
        row.high = r.high();
      }
      case Quantity.Text t -> {
        row.quantity = "TEXT";
        row.text = t.text();
      }
      case Quantity.Unknown u -> {
        row.quantity = "UNKNOWN";
        row.unknownReason = u.reason().name();
      }
    }
  }

  private static void write(Basis basis, ClaimEntity row) {
    row.basis = basis.kind();
    switch (basis) {
      case Basis.Reported _ -> {}
      case Basis.Corrected c -> {
        row.corrects = c.corrects();
        row.why = c.why();
      }
      case Basis.Measured m -> row.why = m.method();
      case Basis.Derived d -> {
        row.why = d.rule();
        row.inputs = d.inputs().toArray(String[]::new);
      }
      case Basis.Estimated e -> {
        row.why = e.method();
        row.estimateLow = e.low();
        row.estimateHigh = e.high();
      }
      case Basis.Unknown u -> row.why = u.why();
    }
  }

  static Claim<Fact> read(ClaimEntity row) {
    return new Claim<>(
        row.id,
        row.acceleratorId,
        new Fact(readAttribute(row), readQuantity(row)),
        row.printed,
        row.qualifier,
        row.sourceId,
        new Locator(row.place, row.placeRow, row.placeColumn),
        PartialDate.parse(row.asOf),
        Tier.valueOf(row.tier),
        readBasis(row),
        new Recorded(row.recordedBy, row.recordedOn));
  }

  private static Attribute readAttribute(ClaimEntity row) {
    if (!row.attribute.equals(Throughput.KIND)) {
      return Plain.find(row.attribute).orElseThrow();
    }
    return new Throughput(
        Precision.valueOf(requireNonNull(row.precision)),
        Sparsity.valueOf(requireNonNull(row.sparsity)),
        Circuit.valueOf(requireNonNull(row.circuit)),
        Scope.valueOf(requireNonNull(row.scope)));
  }

  private static Quantity readQuantity(ClaimEntity row) {
    return switch (row.quantity) {
      case "VALUE" -> new Quantity.Value(requireNonNull(row.low), readUnit(row));
      case "BOUND" ->
          new Quantity.Bound(
              Quantity.Relation.valueOf(requireNonNull(row.relation)),
              requireNonNull(row.low),
              readUnit(row));
      case "RANGE" ->
          new Quantity.Range(requireNonNull(row.low), requireNonNull(row.high), readUnit(row));
      case "TEXT" -> new Quantity.Text(requireNonNull(row.text));
      default -> new Quantity.Unknown(Quantity.Reason.valueOf(requireNonNull(row.unknownReason)));
    };
  }

  private static Unit readUnit(ClaimEntity row) {
    return Unit.find(requireNonNull(row.unit)).orElseThrow();
  }

  private static Basis readBasis(ClaimEntity row) {
    return switch (row.basis) {
      case "CORRECTED" ->
          new Basis.Corrected(requireNonNull(row.corrects), requireNonNull(row.why));
      case "MEASURED" -> new Basis.Measured(requireNonNull(row.why));
      case "DERIVED" -> new Basis.Derived(requireNonNull(row.why), List.of(row.inputs));
      case "ESTIMATED" ->
          new Basis.Estimated(
              requireNonNull(row.why),
              requireNonNull(row.estimateLow),
              requireNonNull(row.estimateHigh));
      case "UNKNOWN" -> new Basis.Unknown(requireNonNull(row.why));
      default -> new Basis.Reported();
    };
  }
}
