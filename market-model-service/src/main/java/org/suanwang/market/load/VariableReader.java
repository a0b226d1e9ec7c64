package org.suanwang.market.load;

import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.formula.Expression;
import org.suanwang.market.formula.ExpressionParser;
import org.suanwang.market.formula.RoundingPolicy;
import org.suanwang.market.formula.RoundingPolicy.Flow;
import org.suanwang.market.formula.Variable;
import org.suanwang.market.quantity.Numeral;
import org.suanwang.market.quantity.Unit;

/** Reads a variable from its mapping. */
final class VariableReader {
  private static final int DECIMALS_MAX = 30;

  private VariableReader() {}

  static Variable read(YamlMap map, String topic) {
    Unit unit = map.read("unit", Unit.ONE, Unit::parse);
    var unread = new Expression.Literal(BigFraction.ZERO, unit, 1);
    var variable =
        new Variable(
            map.text("name"),
            map.text("label"),
            map.readOr("topic", topic, text -> text),
            unit,
            ParameterReader.share(map, unit),
            map.text("definition"),
            map.read("formula", unread, ExpressionParser::parse),
            rounding(map.map("rounding")),
            ParameterReader.citation(map.map("source")),
            map.textOrNull("rationale"),
            reported(map.mapOrNull("reported")),
            map.texts("remarks"),
            map.origin());
    map.refuseOthers();
    return variable;
  }

  private static RoundingPolicy rounding(YamlMap map) {
    RoundingMode mode = map.choose("mode", RoundingMode.class, null);
    if (mode == RoundingMode.UNNECESSARY) {
      map.fault("mode", "UNNECESSARY", "is no way to round", "use HALF_UP, or another");
    }
    var policy =
        new RoundingPolicy(
            map.read("decimals", 0, VariableReader::decimals),
            mode,
            map.choose("flow", Flow.class, null));
    map.refuseOthers();
    return policy;
  }

  private static int decimals(String text) {
    if (!text.matches("-?\\d{1,2}") || Math.abs(Integer.parseInt(text)) > DECIMALS_MAX) {
      throw new IllegalArgumentException("must be a whole number from -30 to 30");
    }
    return Integer.parseInt(text);
  }

  private static Variable.@Nullable Reported reported(@Nullable YamlMap map) {
    if (map == null) {
      return null;
    }
    String text =
        map.read(
            "text",
            "0",
            t -> {
              Numeral.parse(t);
              return t;
            });
    var reported = new Variable.Reported(text, map.text("locator"));
    map.refuseOthers();
    return reported;
  }
}
