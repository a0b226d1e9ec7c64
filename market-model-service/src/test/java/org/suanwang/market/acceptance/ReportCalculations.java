package org.suanwang.market.acceptance;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.suanwang.market.evaluation.Reading;
import org.suanwang.market.load.Cases;
import org.suanwang.market.quantity.Numeral;

/**
 * Compares the case files with {@code acceptance/report_calculations.csv} under the folder named by
 * {@code SUANWANG_SHARED} (default {@code ../../shared}): every row that a case names must have the
 * same value to 12 digits. Ends with status 1 when one differs.
 */
public final class ReportCalculations {
  private static final int DIGITS = 12;
  private static final int ID = 0;
  private static final int VALUE = 4;

  private ReportCalculations() {}

  public static void main(String[] arguments) throws IOException {
    String folder = System.getenv().getOrDefault("SUANWANG_SHARED", "../../shared");
    Path file = Path.of(folder, "acceptance", "report_calculations.csv");
    if (!Files.exists(file)) {
      System.out.println("skipped: " + file + " is not there; SUANWANG_SHARED names its folder");
      return;
    }
    Map<String, BigFraction> computed = computed();
    List<String[]> rows = Files.readAllLines(file).stream().skip(1).map(Csv::cells).toList();
    var missing = new ArrayList<String>();
    int differing = 0;
    for (String[] row : rows) {
      BigFraction value = computed.get(row[ID]);
      if (value == null) {
        missing.add(row[ID]);
      } else if (!agrees(value, row[VALUE])) {
        differing++;
        System.out.println(
            row[ID] + " differs: " + Numeral.writeShort(value, 15) + ", expected " + row[VALUE]);
      }
    }
    int covered = rows.size() - missing.size();
    System.out.println(
        "%d of %d rows covered, %d agree to %d digits; not covered: %s"
            .formatted(covered, rows.size(), covered - differing, DIGITS, missing));
    if (differing > 0) {
      System.exit(1);
    }
  }

  private static boolean agrees(BigFraction value, String expected) {
    BigFraction wanted = Numeral.parse(expected);
    BigFraction tolerance = wanted.abs().multiply(Numeral.parse("1e-" + DIGITS));
    return value.subtract(wanted).abs().compareTo(tolerance) <= 0;
  }

  private static Map<String, BigFraction> computed() {
    var values = new HashMap<String, BigFraction>();
    for (Cases.Case c : Cases.load()) {
      if (c.acceptance() != null) {
        put(values, c.acceptance().split("/", -1), c.evaluate().reading());
      }
    }
    return values;
  }

  private static void put(Map<String, BigFraction> values, String[] rows, Reading reading) {
    switch (reading) {
      case Reading.Exact exact -> values.put(rows[0], exact.value());
      case Reading.Range range -> {
        values.put(rows[0], Objects.requireNonNull(range.low()));
        values.put(rows[1], Objects.requireNonNull(range.high()));
      }
      case Reading.Approximate a -> values.put(rows[0], Numeral.of(BigDecimal.valueOf(a.value())));
    }
  }
}
