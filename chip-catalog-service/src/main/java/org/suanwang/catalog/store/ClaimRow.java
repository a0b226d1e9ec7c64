package org.suanwang.catalog.store;

import static java.util.Objects.requireNonNull;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.measure.Unit;
import org.suanwang.catalog.provenance.Basis;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Locator;
import org.suanwang.catalog.provenance.Tier;

/** A claim as a row, and back; both ways without loss. */
final class ClaimRow {
  private static final String COLUMNS =
      "id, subject_id, attribute, quantity, relation, low, high, unit, text_value, unknown_reason,"
          + " printed, qualifier, source_id, place, place_row, place_column, as_of, tier, basis,"
          + " corrects, why, inputs, estimate_low, estimate_high, recorded_by, recorded_on";
  static final String SELECT = "SELECT " + COLUMNS + " FROM claim";
  static final String INSERT =
      "INSERT INTO claim (" + COLUMNS + ") VALUES (?" + ", ?".repeat(24) + ", ?::date)";

  private ClaimRow() {}

  static void write(Claim<Fact> claim, PreparedStatement row) throws SQLException {
    row.setString(1, claim.id());
    row.setString(2, claim.subject());
    row.setString(3, claim.content().attribute().key());
    writeQuantity(claim.content().quantity(), row);
    row.setString(11, claim.printed());
    row.setString(12, claim.qualifier());
    row.setString(13, claim.sourceId());
    row.setString(14, claim.locator().place());
    row.setString(15, claim.locator().row());
    row.setString(16, claim.locator().column());
    row.setString(17, claim.asOf().toString());
    row.setString(18, claim.tier().name());
    writeBasis(claim.basis(), row);
    row.setString(25, claim.recorded().by());
    row.setString(26, claim.recorded().on().toString());
  }

  private static void writeQuantity(Quantity quantity, PreparedStatement row) throws SQLException {
    for (int column = 5; column <= 10; column++) {
      row.setString(column, null);
    }
    row.setBigDecimal(6, null);
    row.setBigDecimal(7, null);
    row.setString(8, quantity.unit().map(Unit::symbol).orElse(null));
    switch (quantity) {
      case Quantity.Value v -> {
        row.setString(4, "VALUE");
        row.setBigDecimal(6, v.number());
        row.setBigDecimal(7, v.number());
      }
      case Quantity.Bound b -> {
        row.setString(4, "BOUND");
        row.setString(5, b.relation().name());
        row.setBigDecimal(6, b.number());
        row.setBigDecimal(7, b.number());
      }
      case Quantity.Range r -> {
        row.setString(4, "RANGE");
        row.setBigDecimal(6, r.low());
        row.setBigDecimal(7, r.high());
      }
      case Quantity.Text t -> {
        row.setString(4, "TEXT");
        row.setString(9, t.text());
      }
      case Quantity.Unknown u -> {
        row.setString(4, "UNKNOWN");
        row.setString(10, u.reason().name());
      }
    }
  }

  private static void writeBasis(Basis basis, PreparedStatement row) throws SQLException {
    row.setString(19, basis.kind());
    row.setString(20, basis.correctedClaim().orElse(null));
    row.setString(21, words(basis));
    List<String> inputs = basis instanceof Basis.Derived d ? d.inputs() : List.of();
    row.setArray(22, row.getConnection().createArrayOf("text", inputs.toArray()));
    row.setBigDecimal(23, basis instanceof Basis.Estimated e ? e.low() : null);
    row.setBigDecimal(24, basis instanceof Basis.Estimated e ? e.high() : null);
  }

  private static @Nullable String words(Basis basis) {
    return switch (basis) {
      case Basis.Reported _ -> null;
      case Basis.Corrected c -> c.why();
      case Basis.Measured m -> m.method();
      case Basis.Derived d -> d.rule();
      case Basis.Estimated e -> e.method();
      case Basis.Unknown u -> u.why();
    };
  }

  /** Reads rows; what they have in common is held once. */
  static final class Reader {
    private final Texts texts;

    Reader(Texts texts) {
      this.texts = texts;
    }

    Claim<Fact> read(ResultSet row) throws SQLException {
      return new Claim<>(
          row.getString(1),
          requireNonNull(texts.once(row.getString(2))),
          new Fact(texts.attribute(row.getString(3)), quantity(row)),
          row.getString(11),
          texts.once(row.getString(12)),
          requireNonNull(texts.once(row.getString(13))),
          new Locator(
              requireNonNull(texts.once(row.getString(14))),
              texts.once(row.getString(15)),
              texts.once(row.getString(16))),
          texts.date(row.getString(17)),
          Tier.valueOf(row.getString(18)),
          basis(row),
          texts.recorded(row.getString(25), row.getString(26)));
    }

    private Quantity quantity(ResultSet row) throws SQLException {
      return switch (row.getString(4)) {
        case "VALUE" -> new Quantity.Value(row.getBigDecimal(6), unit(row));
        case "BOUND" ->
            new Quantity.Bound(
                Quantity.Relation.valueOf(row.getString(5)), row.getBigDecimal(6), unit(row));
        case "RANGE" -> new Quantity.Range(row.getBigDecimal(6), row.getBigDecimal(7), unit(row));
        case "TEXT" -> new Quantity.Text(requireNonNull(texts.once(row.getString(9))));
        default -> new Quantity.Unknown(Quantity.Reason.valueOf(row.getString(10)));
      };
    }

    private static Unit unit(ResultSet row) throws SQLException {
      return Unit.find(row.getString(8)).orElseThrow();
    }

    private Basis basis(ResultSet row) throws SQLException {
      return switch (row.getString(19)) {
        case "CORRECTED" -> new Basis.Corrected(row.getString(20), words(row));
        case "MEASURED" -> new Basis.Measured(words(row));
        case "DERIVED" ->
            new Basis.Derived(words(row), List.of((String[]) row.getArray(22).getArray()));
        case "ESTIMATED" ->
            new Basis.Estimated(words(row), row.getBigDecimal(23), row.getBigDecimal(24));
        case "UNKNOWN" -> new Basis.Unknown(words(row));
        default -> new Basis.Reported();
      };
    }

    private String words(ResultSet row) throws SQLException {
      return requireNonNull(texts.once(row.getString(21)));
    }
  }
}
