package org.suanwang.market.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.parameter.Distribution;
import org.suanwang.market.parameter.DistributionForm;
import org.suanwang.market.parameter.Range;
import org.suanwang.market.parameter.RankCorrelation;
import org.suanwang.market.parameter.Uncertainty;
import org.suanwang.market.quantity.Numeral;

/** Reads how far a value may lie from the stated one: its {@code interval} or distribution. */
final class UncertaintyReader {
  private UncertaintyReader() {}

  static Uncertainty read(YamlMap map) {
    YamlMap interval = map.mapOrNull("interval");
    YamlMap distribution = map.mapOrNull("distribution");
    if (interval != null && distribution != null) {
      map.fault(
          "distribution", "", "must not stand beside an interval", "leave one of the two out");
    }
    if (distribution != null) {
      return distributed(distribution);
    }
    return interval == null ? new Uncertainty.Unstated() : interval(interval);
  }

  private static Uncertainty interval(YamlMap map) {
    var interval =
        new Uncertainty.Interval(number(map, "low"), number(map, "high"), map.text("rationale"));
    map.refuseOthers();
    return interval;
  }

  private static Uncertainty distributed(YamlMap map) {
    DistributionForm form = map.choose("form", DistributionForm.class, null);
    Distribution distribution = form.read(new FileSource(map));
    Range truncation = truncation(map.mapOrNull("truncation"));
    String rationale = map.text("rationale");
    map.refuseOthers();
    return new Uncertainty.Distributed(distribution, truncation, rationale);
  }

  /** A mapping of a file, which notes what is missing or cannot be read. */
  private record FileSource(YamlMap map) implements DistributionForm.Source {
    @Override
    public BigFraction number(String name) {
      return UncertaintyReader.number(map, name);
    }

    @Override
    public List<BigFraction> values() {
      var values = new ArrayList<BigFraction>();
      for (String text : map.texts("values")) {
        try {
          values.add(Numeral.parse(text));
        } catch (NumberFormatException e) {
          map.fault("values", text, String.valueOf(e.getMessage()), "mend the value");
        }
      }
      return values;
    }

    @Override
    public List<Distribution.Point> points() {
      return map.maps("points").stream().map(UncertaintyReader::point).toList();
    }
  }

  private static Distribution.Point point(YamlMap map) {
    var point = new Distribution.Point(number(map, "probability"), number(map, "value"));
    map.refuseOthers();
    return point;
  }

  private static Range truncation(@Nullable YamlMap map) {
    if (map == null) {
      return Range.ALL;
    }
    var range = new Range(end(map, "low").orElse(null), end(map, "high").orElse(null));
    map.refuseOthers();
    return range;
  }

  static RankCorrelation correlation(YamlMap map) {
    var correlation =
        new RankCorrelation(
            map.text("first"),
            map.text("second"),
            number(map, "coefficient").doubleValue(),
            map.text("rationale"),
            map.origin());
    map.refuseOthers();
    return correlation;
  }

  private static Optional<BigFraction> end(YamlMap map, String name) {
    return map.readOr(name, Optional.empty(), text -> Optional.of(Numeral.parse(text)));
  }

  private static BigFraction number(YamlMap map, String name) {
    return map.read(name, BigFraction.ZERO, Numeral::parse);
  }
}
