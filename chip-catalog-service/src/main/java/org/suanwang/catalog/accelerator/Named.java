package org.suanwang.catalog.accelerator;

import static org.suanwang.catalog.accelerator.Form.TEXT;
import static org.suanwang.catalog.accelerator.Form.number;

import java.util.Arrays;
import java.util.Optional;
import org.suanwang.catalog.measure.Unit;

/**
 * An attribute of which a subject may have several, told apart by a name: the boost clock, the
 * revenue of 2022, the score in a benchmark.
 */
public record Named(Family family, String name) implements Attribute {
  /** What the several are all of. */
  public enum Family {
    CLOCK("clock", number(Unit.GIGAHERTZ)),
    CORES("cores", number(Unit.ONE)),
    PRICE("price", number(Unit.US_DOLLAR, Unit.YUAN)),
    /** For one device. */
    RENT("rent", number(Unit.US_DOLLAR_PER_HOUR, Unit.YUAN_PER_HOUR)),
    /** The share of the dense peak that a workload was seen to reach. */
    EFFICIENCY("efficiency", number(Unit.PERCENT)),
    TRAINING_TIME("trainingTime", number(Unit.DAY)),
    REVENUE("revenue", number(Unit.YUAN, Unit.US_DOLLAR)),
    /** A loss is below zero. */
    NET_PROFIT("netProfit", number(Unit.YUAN, Unit.US_DOLLAR)),
    MARKET_SHARE("marketShare", number(Unit.PERCENT)),
    SEGMENT("segment", TEXT),
    SCORE("score", number(Unit.PERCENT, Unit.ONE)),
    SHARE("share", number(Unit.PERCENT)),
    LATENCY("latency", number(Unit.MILLISECOND)),
    /** Computing power that a policy wants reached. */
    COMPUTE("compute", number(Unit.TFLOP_PER_SECOND)),
    COUNT("count", number(Unit.ONE)),
    /** What cannot be put in a number, such as a comparison with another product. */
    STATEMENT("statement", TEXT);

    private final String kind;

    @SuppressWarnings("ImmutableEnumChecker") // A record of immutable parts.
    private final Form form;

    Family(String kind, Form form) {
      this.kind = kind;
      this.form = form;
    }

    public String kind() {
      return kind;
    }

    public static Optional<Family> find(String kind) {
      return Arrays.stream(values()).filter(f -> f.kind.equals(kind)).findFirst();
    }
  }

  @Override
  public String kind() {
    return family.kind;
  }

  @Override
  public Form form() {
    return family.form;
  }

  @Override
  public String key() {
    return family.kind + " " + name;
  }
}
