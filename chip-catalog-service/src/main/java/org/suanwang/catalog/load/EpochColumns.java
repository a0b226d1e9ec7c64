package org.suanwang.catalog.load;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Named;
import org.suanwang.catalog.accelerator.Named.Family;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Scope;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.measure.Unit;

/**
 * What the columns of Epoch AI's table hold. Its peaks are dense by its own convention; the circuit
 * is said only where the column says it.
 */
final class EpochColumns {
  static final String NAME = "Hardware name";
  static final String MAKER = "Manufacturer";
  static final String MODIFIED = "Last modified";
  static final String NOTES = "Notes";
  static final String TENSOR_16 = "Tensor-FP16/BF16 performance (FLOP/s)";
  static final String TF32 = "TF32 (TensorFloat-32) performance (FLOP/s)";
  static final String PLAIN_16 = "FP16 (half precision) performance (FLOP/s)";

  /** How a cell becomes a quantity. */
  enum Form {
    NUMBER,
    TEXT,
    DATE,
    /** A feature size in nanometres, which the catalogue keeps as a name: 7 nm. */
    NANOMETRES
  }

  /**
   * A column that becomes claims.
   *
   * @param factor how many of the catalogue's units one of the table's is
   */
  record Column(Attribute attribute, Form form, BigDecimal factor) {
    /** The attribute, where the scope of peaks is the accelerator's. */
    Attribute of(Scope scope) {
      return attribute instanceof Throughput t
          ? new Throughput(t.precision(), t.sparsity(), t.circuit(), scope)
          : attribute;
    }

    Unit unit() {
      return attribute instanceof Named named && named.family() == Family.PRICE
          ? Unit.US_DOLLAR
          : attribute.form().units().iterator().next();
    }
  }

  private static final Map<String, Column> CLAIMED = claimed();
  private static final Map<String, String> LEFT_OUT = leftOut();

  private EpochColumns() {}

  private static Map<String, Column> claimed() {
    Map<String, Column> all = new LinkedHashMap<>();
    all.put("Release date", new Column(Plain.RELEASE_DATE, Form.DATE, BigDecimal.ONE));
    number(all, "Release price (USD)", new Named(Family.PRICE, "release"), "1");
    peak(all, TENSOR_16, Precision.FP16, Circuit.MATRIX);
    peak(all, "FP8 performance (FLOP/s)", Precision.FP8, Circuit.UNSTATED);
    peak(all, "FP4 performance (FLOP/s)", Precision.FP4, Circuit.UNSTATED);
    peak(all, "FP64 (double precision) performance (FLOP/s)", Precision.FP64, Circuit.UNSTATED);
    peak(all, "FP32 (single precision) performance (FLOP/s)", Precision.FP32, Circuit.UNSTATED);
    peak(all, TF32, Precision.TF32, Circuit.MATRIX);
    peak(all, PLAIN_16, Precision.FP16, Circuit.UNSTATED);
    peak(all, "INT16 performance (OP/s)", Precision.INT16, Circuit.UNSTATED);
    peak(all, "INT8 performance (OP/s)", Precision.INT8, Circuit.UNSTATED);
    peak(all, "INT4 performance (OP/s)", Precision.INT4, Circuit.UNSTATED);
    number(all, "Memory (bytes)", Plain.MEMORY_CAPACITY, "1e-9");
    number(all, "Memory bandwidth (byte/s)", Plain.MEMORY_BANDWIDTH, "1e-9");
    number(all, "Intranode bandwidth (byte/s)", Plain.INTERCONNECT_BANDWIDTH, "1e-9");
    number(all, "Internode bandwidth (bit/s)", Plain.NETWORK_BANDWIDTH, "0.125e-9");
    number(all, "TDP (W)", Plain.POWER, "1");
    all.put("Foundry", new Column(Plain.FOUNDRY, Form.TEXT, BigDecimal.ONE));
    number(all, "Die Size (mm^2)", Plain.DIE_AREA, "1");
    number(all, "Base clock (MHz)", new Named(Family.CLOCK, "base"), "1e-3");
    number(all, "Boost clock (MHz)", new Named(Family.CLOCK, "boost"), "1e-3");
    number(all, "Memory clock (MHz)", new Named(Family.CLOCK, "memory"), "1e-3");
    number(all, "Memory bus (bit)", Plain.MEMORY_BUS_WIDTH, "1");
    number(all, "Tensor cores", new Named(Family.CORES, "tensor"), "1");
    all.put("Process size (nm)", new Column(Plain.PROCESS, Form.NANOMETRES, BigDecimal.ONE));
    number(all, "Transistors (millions)", Plain.TRANSISTORS, "1e-3");
    all.put(NOTES, new Column(new Named(Family.STATEMENT, "notes"), Form.TEXT, BigDecimal.ONE));
    return all;
  }

  private static void number(
      Map<String, Column> all, String name, Attribute attribute, String factor) {
    all.put(name, new Column(attribute, Form.NUMBER, new BigDecimal(factor)));
  }

  private static void peak(
      Map<String, Column> all, String name, Precision precision, Circuit circuit) {
    number(all, name, new Throughput(precision, Sparsity.DENSE, circuit, Scope.PACKAGE), "1e-12");
  }

  private static Map<String, String> leftOut() {
    String derived = "the table computes it from its other columns; the catalogue computes its own";
    Map<String, String> all = new LinkedHashMap<>();
    all.put("Max performance", derived);
    all.put("Energy efficiency", derived);
    all.put("Total processing performance (bit-OP/s)", derived);
    all.put("Price-performance", derived);
    all.put("ML OP/s", derived);
    all.put("Type", "what the table calls the circuit is no attribute of the catalogue");
    all.put("Link to datasheet", "an address is no claim; cite the datasheet itself as a source");
    all.put("Source for the price", "an address is no claim; cite it itself as a source");
    all.put("ML models", "which models were trained on it is no attribute of an accelerator");
    return all;
  }

  /** What a column becomes; empty when it does not become claims. */
  static Optional<Column> find(String name) {
    return Optional.ofNullable(CLAIMED.get(name));
  }

  /** Why nothing is taken of a column; empty when something is. */
  static Optional<String> whyLeftOut(String name) {
    if (CLAIMED.containsKey(name)
        || name.equals(NAME)
        || name.equals(MAKER)
        || name.equals(MODIFIED)) {
      return Optional.empty();
    }
    return Optional.of(
        LEFT_OUT.getOrDefault(name, "it is not known to this importer; tell its maintainers"));
  }

  /** The column that FP16 and BF16 share, as what it says of BF16. */
  static Column inBf16(Column column) {
    return column.attribute() instanceof Throughput t
        ? new Column(
            new Throughput(Precision.BF16, t.sparsity(), t.circuit(), t.scope()),
            column.form(),
            column.factor())
        : column;
  }

  /**
   * The same column in a row whose tensor circuits reach more at 16 bits: what it tells is then
   * what the others reach. Rows that print one number twice do not tell the two apart.
   */
  static Column besideTensor(Column column) {
    return column.attribute() instanceof Throughput t
        ? new Column(
            new Throughput(t.precision(), t.sparsity(), Circuit.VECTOR, t.scope()),
            column.form(),
            column.factor())
        : column;
  }
}
