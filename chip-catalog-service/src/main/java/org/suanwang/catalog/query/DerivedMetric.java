package org.suanwang.catalog.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Named;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Scope;
import org.suanwang.catalog.catalog.Resolved;
import org.suanwang.catalog.catalog.Specification;
import org.suanwang.catalog.measure.Unit;

/**
 * What follows from two resolved numbers of one accelerator: a quotient, with the span that the
 * claims about both leave. Those with a peak are asked for at one precision, and take the dense
 * headline peak of the whole device: matrix circuits before vector ones, never a die or a board of
 * several. Nothing follows from a mere bound.
 */
public enum DerivedMetric {
  PEAK_PER_WATT("{peak}PerWatt", "dense peak ÷ power", "{peak} per W", 1, DerivedMetric::power),
  PEAK_PER_AREA(
      "{peak}PerSquareMillimetre",
      "dense peak ÷ area of the logic dies",
      "{peak} per mm2",
      1,
      s -> s.number(Plain.DIE_AREA)),
  PEAK_PER_DOLLAR(
      "{peak}PerDollar",
      "dense peak ÷ price in US dollars",
      "{peak} per USD",
      1,
      s -> price(s, Unit.US_DOLLAR)),
  PEAK_PER_YUAN(
      "{peak}PerYuan", "dense peak ÷ price in yuan", "{peak} per CNY", 1, s -> price(s, Unit.YUAN)),
  /** The ridge of the roofline: with fewer operations on each byte, memory is what limits. */
  PEAK_PER_BYTE(
      "{peak}PerByte",
      "dense peak ÷ memory bandwidth",
      "{operation}/byte",
      1000,
      Specification::memoryBandwidth),
  CAPACITY_PER_PEAK(
      "memoryCapacityPer{Peak}",
      "memory capacity ÷ dense peak",
      "GB per {peak}",
      Specification::memoryCapacity),
  BANDWIDTH_PER_PEAK(
      "memoryBandwidthPer{Peak}",
      "memory bandwidth ÷ dense peak",
      "GB/s per {peak}",
      Specification::memoryBandwidth),
  BANDWIDTH_PER_WATT(
      "memoryBandwidthPerWatt",
      "memory bandwidth ÷ power",
      "GB/s per W",
      1,
      Specification::memoryBandwidth,
      DerivedMetric::power),
  /** How often a second the whole memory can be read: a bound on tokens a second of one stream. */
  BANDWIDTH_PER_CAPACITY(
      "memoryBandwidthPerCapacity",
      "memory bandwidth ÷ memory capacity",
      "1/s",
      1,
      Specification::memoryBandwidth,
      Specification::memoryCapacity),
  CAPACITY_PER_DOLLAR(
      "memoryCapacityPerDollar",
      "memory capacity ÷ price in US dollars",
      "GB per USD",
      1,
      Specification::memoryCapacity,
      s -> price(s, Unit.US_DOLLAR)),
  INTERCONNECT_PER_BANDWIDTH(
      "interconnectPerMemoryBandwidth",
      "interconnect bandwidth ÷ memory bandwidth",
      "1",
      1,
      s -> s.number(Plain.INTERCONNECT_BANDWIDTH),
      Specification::memoryBandwidth),
  TRANSISTORS_PER_AREA(
      "transistorsPerSquareMillimetre",
      "transistors ÷ area of the logic dies",
      "million per mm2",
      1000,
      s -> s.number(Plain.TRANSISTORS),
      s -> s.number(Plain.DIE_AREA)),
  WATTS_PER_AREA(
      "powerPerSquareMillimetre",
      "power ÷ area of the logic dies",
      "W per mm2",
      1,
      DerivedMetric::power,
      s -> s.number(Plain.DIE_AREA));

  /** The kinds of price that say best what one device costs; all others come after, by name. */
  private static final List<String> PRICES = List.of("release", "retail");

  /** What is not the price of one device alone. */
  private static final String SERVER_PRICE = "server";

  private final String pattern;
  private final String formula;
  private final String unit;
  private final BigDecimal factor;

  @SuppressWarnings("ImmutableEnumChecker") // A function without state.
  private final @Nullable Function<Specification, @Nullable Resolved> dividend;

  @SuppressWarnings("ImmutableEnumChecker") // A function without state.
  private final @Nullable Function<Specification, @Nullable Resolved> divisor;

  /** A peak divided by something. */
  DerivedMetric(
      String pattern,
      String formula,
      String unit,
      int factor,
      Function<Specification, @Nullable Resolved> divisor) {
    this(pattern, formula, unit, factor, null, divisor);
  }

  /** Something divided by a peak. */
  DerivedMetric(
      String pattern,
      String formula,
      String unit,
      Function<Specification, @Nullable Resolved> dividend) {
    this(pattern, formula, unit, 1, dividend, null);
  }

  DerivedMetric(
      String pattern,
      String formula,
      String unit,
      int factor,
      @Nullable Function<Specification, @Nullable Resolved> dividend,
      @Nullable Function<Specification, @Nullable Resolved> divisor) {
    this.pattern = pattern;
    this.formula = formula;
    this.unit = unit;
    this.factor = BigDecimal.valueOf(factor);
    this.dividend = dividend;
    this.divisor = divisor;
  }

  /**
   * What came of a metric for one accelerator.
   *
   * @param ratio the value, and the span of all credible claims about both numbers
   * @param dividend what was divided
   * @param divisor by what
   */
  public record Value(Ratio ratio, Resolved dividend, Resolved divisor) {}

  /** Whether it is a metric of a peak, and so wants a precision. */
  public boolean isOfPeak() {
    return dividend == null || divisor == null;
  }

  /** The name in the API, such as {@code fp16PerWatt}; the precision only of a peak's metric. */
  public String parameter(@Nullable Precision precision) {
    String peak = precision == null ? "" : precision.name().toLowerCase(Locale.ROOT);
    String capital = peak.isEmpty() ? "" : precisionWord(peak);
    return pattern.replace("{peak}", peak).replace("{Peak}", capital);
  }

  private static String precisionWord(String peak) {
    return peak.substring(0, 1).toUpperCase(Locale.ROOT) + peak.substring(1);
  }

  /** The formula in words. */
  public String formula() {
    return formula;
  }

  /** The unit as text, such as {@code TFLOP/s per W}; the precision only of a peak's metric. */
  public String unit(@Nullable Precision precision) {
    String peak = precision == null ? "" : precision.unit().symbol();
    String operation = precision != null && precision.isFloating() ? "FLOP" : "OP";
    return unit.replace("{peak}", peak).replace("{operation}", operation);
  }

  /**
   * The metric of one accelerator; empty when one of the numbers is unknown or a mere bound.
   *
   * @param scope what one device of it is
   * @param precision of the peak; nothing for a metric without one
   */
  public Optional<Value> evaluate(
      Specification specification, Scope scope, @Nullable Precision precision) {
    Resolved above = number(dividend, specification, scope, precision);
    Resolved below = number(divisor, specification, scope, precision);
    return above == null || below == null
        ? Optional.empty()
        : Optional.of(new Value(Ratio.of(above, below, factor), above, below));
  }

  /**
   * What would have to be claimed, as a number of the whole device, for the metric to be known;
   * nothing when it is.
   */
  public List<String> missing(
      Specification specification, Scope scope, @Nullable Precision precision) {
    List<String> missing = new ArrayList<>();
    String[] words = formula.split(" ÷ ", -1);
    for (int i = 0; i < words.length; i++) {
      if (number(i == 0 ? dividend : divisor, specification, scope, precision) == null) {
        missing.add(precision == null ? words[i] : words[i].replace("peak", precision + " peak"));
      }
    }
    return missing;
  }

  private static @Nullable Resolved number(
      @Nullable Function<Specification, @Nullable Resolved> read,
      Specification specification,
      Scope scope,
      @Nullable Precision precision) {
    Resolved number =
        read == null ? peak(specification, scope, precision) : read.apply(specification);
    return number != null && number.isComparable() ? number : null;
  }

  private static @Nullable Resolved peak(
      Specification specification, Scope scope, @Nullable Precision precision) {
    if (precision == null) {
      throw new IllegalArgumentException("the metric of a peak wants a precision");
    }
    return specification.densePeaks(precision).stream()
        .filter(p -> p.of().scope() == scope && p.peak().isComparable())
        .map(Specification.PeakThroughput::peak)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Resolved power(Specification specification) {
    return specification.power();
  }

  /**
   * What one device costs in a currency: at its release, else in the shop, else the first of the
   * other prices by name; a server's price is none of a device.
   */
  public static @Nullable Resolved price(Specification specification, Unit currency) {
    return specification.numbers().entrySet().stream()
        .filter(e -> isDevicePrice(e.getKey()) && e.getValue().unit() == currency)
        .min(Comparator.comparingInt(e -> preference(e.getKey())))
        .map(Map.Entry::getValue)
        .orElse(null);
  }

  private static boolean isDevicePrice(Attribute attribute) {
    return attribute instanceof Named n
        && n.family() == Named.Family.PRICE
        && !n.name().equals(SERVER_PRICE);
  }

  private static int preference(Attribute price) {
    int at = PRICES.indexOf(((Named) price).name());
    return at < 0 ? PRICES.size() : at;
  }

  /** The metrics of a peak, or those without one. */
  public static List<DerivedMetric> all(boolean ofPeak) {
    return Arrays.stream(values()).filter(m -> m.isOfPeak() == ofPeak).toList();
  }
}
