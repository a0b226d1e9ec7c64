package org.suanwang.catalog.load;

import java.math.BigDecimal;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.accelerator.AttributeKey;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.CanonicalForm;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.ImportReport;
import org.suanwang.catalog.check.Violation;
import org.suanwang.catalog.measure.Decimals;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.provenance.Basis;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Locator;
import org.suanwang.catalog.provenance.PartialDate;
import org.suanwang.catalog.provenance.Recorded;
import org.suanwang.catalog.provenance.Source;

/** One row of Epoch's table: its cells become claims about one accelerator. */
final class EpochRow {
  private static final String PLACE = "ml_hardware.csv";
  private static final String KEY = "epoch";
  private static final int TEXT_LENGTH_MAX = 500;
  private static final int NUMBER_LENGTH_MAX = 40;
  private static final int HASH_DIGITS_IN_ID = 8;
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?([eE][+-]?\\d{1,2})?");

  private final String file;
  private final long line;
  private final String name;
  private final Accelerator accelerator;
  private final Catalog known;
  private final EpochKnown cells;
  private final Source source;
  private final PartialDate asOf;
  private final Recorded recorded;
  private final Set<String> claimIds;
  private final List<Claim<Fact>> claims = new ArrayList<>();
  private final List<ImportReport.Cell> leftOut = new ArrayList<>();
  private final List<Violation> violations = new ArrayList<>();

  EpochRow(
      String file,
      long line,
      String name,
      Accelerator accelerator,
      Catalog known,
      Source source,
      PartialDate asOf,
      Recorded recorded,
      Set<String> claimIds) {
    this.file = file;
    this.line = line;
    this.name = name;
    this.accelerator = accelerator;
    this.known = known;
    this.cells = EpochKnown.of(known, accelerator.id(), source.id(), name);
    this.source = source;
    this.asOf = asOf;
    this.recorded = recorded;
    this.claimIds = claimIds;
  }

  List<Claim<Fact>> claims() {
    return claims;
  }

  List<Violation> violations() {
    return violations;
  }

  ImportReport.Row report(EpochMatch.Match match, EpochTensor tensor) {
    List<String> notes = new ArrayList<>();
    if (!match.note().isEmpty()) {
      notes.add(match.note());
    }
    if (tensor.isOfFp16Alone(known, accelerator.id())) {
      notes.add(EpochTensor.FP16_ALONE);
    }
    return new ImportReport.Row(
        line,
        name,
        accelerator.id(),
        match.isNew(),
        claims.stream().map(Claim::id).toList(),
        notes,
        leftOut);
  }

  /** A day, a month or a year, when the text is one. */
  static Optional<PartialDate> date(String text) {
    try {
      return text.matches("\\d{4}(-\\d{2}){0,2}")
          ? Optional.of(PartialDate.parse(text))
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /**
   * Reads a cell.
   *
   * @param tensor what the row says its tensor circuits reach at 16 bits
   */
  void read(String columnName, String cell, EpochTensor tensor) {
    Optional<EpochColumns.Column> found = EpochColumns.find(columnName);
    if (found.isEmpty() || cell.isEmpty()) {
      return;
    }
    EpochColumns.Column column =
        columnName.equals(EpochColumns.PLAIN_16) && tensor.isAbove(cell)
            ? EpochColumns.besideTensor(found.get())
            : found.get();
    Optional<Quantity> quantity = quantity(column, columnName, cell);
    quantity.ifPresent(q -> add(column.of(accelerator.scope()), q, columnName, cell));
    if (columnName.equals(EpochColumns.TENSOR_16) && tensor.isOfBf16Too(known, accelerator.id())) {
      Attribute bf16 = EpochColumns.inBf16(column).of(accelerator.scope());
      quantity.ifPresent(q -> add(bf16, q, columnName, cell));
    }
  }

  static boolean isNumber(String cell) {
    return cell.length() <= NUMBER_LENGTH_MAX && NUMBER.matcher(cell).matches();
  }

  private Optional<Quantity> quantity(EpochColumns.Column column, String name, String cell) {
    return switch (column.form()) {
      case NUMBER ->
          number(name, cell)
              .flatMap(n -> n.signum() == 0 ? placeholder() : value(column, n, name, cell));
      case NANOMETRES ->
          number(name, cell)
              .flatMap(
                  n ->
                      n.signum() == 0
                          ? placeholder()
                          : Optional.of(
                              new Quantity.Text(Decimals.normal(n).toPlainString() + " nm")));
      case DATE -> date(name, cell);
      case TEXT -> text(name, cell);
    };
  }

  /** No chip has a power or a peak of zero: the table writes it where it knows nothing. */
  private static Optional<Quantity> placeholder() {
    return Optional.of(new Quantity.Unknown(Quantity.Reason.NOT_DISCLOSED));
  }

  private Optional<BigDecimal> number(String column, String cell) {
    if (isNumber(cell)) {
      return Optional.of(new BigDecimal(cell));
    }
    violate(column, cell, "must be a number of 0 or more", "write it as 989.4 or 9.894e+14");
    return Optional.empty();
  }

  private Optional<Quantity> value(
      EpochColumns.Column column, BigDecimal number, String name, String cell) {
    BigDecimal converted = number.multiply(column.factor());
    if (!Decimals.isWithinLimits(converted)) {
      leaveOut(
          name, cell, "in " + column.unit().symbol() + " it is smaller or larger than is kept");
      return Optional.empty();
    }
    return Optional.of(new Quantity.Value(converted, column.unit()));
  }

  private Optional<Quantity> date(String column, String cell) {
    if (date(cell).isEmpty()) {
      violate(column, cell, "must be a date that exists", "write 2026-03-18, or 2026-03, or 2026");
      return Optional.empty();
    }
    return Optional.of(new Quantity.Text(cell));
  }

  private Optional<Quantity> text(String column, String cell) {
    boolean isPlain = NodeCheck.isPlain(cell);
    if (isPlain && cell.length() <= TEXT_LENGTH_MAX) {
      return Optional.of(new Quantity.Text(cell));
    }
    leaveOut(
        column,
        cell,
        isPlain
            ? "it is longer than " + TEXT_LENGTH_MAX + " characters; read it in the table"
            : "it holds control characters");
    return Optional.empty();
  }

  private void add(Attribute attribute, Quantity quantity, String column, String cell) {
    Optional<String> reason = cells.whyLeftOut(column, attribute, quantity, asOf);
    if (reason.isPresent()) {
      leaveOut(column, cell, reason.get());
      return;
    }
    Claim<Fact> claim = claim(attribute, quantity, column, cell, "");
    String id = freeId(attribute, claim);
    claimIds.add(id);
    claims.add(claim(attribute, quantity, column, cell, id));
  }

  private Claim<Fact> claim(
      Attribute attribute, Quantity quantity, String column, String cell, String id) {
    return new Claim<>(
        id,
        accelerator.id(),
        new Fact(attribute, quantity),
        cell,
        null,
        source.id(),
        new Locator(PLACE, name, column),
        asOf,
        source.tier(),
        new Basis.Reported(),
        recorded);
  }

  /** An id as packages make it; with the date, and at last a hash, when it is taken. */
  private String freeId(Attribute attribute, Claim<Fact> claim) {
    String key =
        attribute instanceof Throughput t
            ? t.precision() + " " + t.sparsity() + " " + t.circuit()
            : attribute.key();
    String id = accelerator.id() + "." + KEY + "." + AttributeKey.slug(key);
    if (isFree(id)) {
      return id;
    }
    String dated = id + "." + asOf;
    return isFree(dated)
        ? dated
        : dated + "." + CanonicalForm.statementHash(claim).substring(0, HASH_DIGITS_IN_ID);
  }

  private boolean isFree(String id) {
    return !claimIds.contains(id) && known.findClaim(id).isEmpty();
  }

  private void leaveOut(String column, String cell, String why) {
    leftOut.add(new ImportReport.Cell(column, cell, why));
  }

  private void violate(String column, String cell, String rule, String remedy) {
    violations.add(new Violation(file + ":" + line + " " + column, cell, rule, remedy));
  }
}
