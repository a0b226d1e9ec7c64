package org.suanwang.market.load;

import java.time.LocalDate;
import org.apache.commons.numbers.fraction.BigFraction;
import org.suanwang.market.parameter.Bound;
import org.suanwang.market.quantity.Numeral;
import org.suanwang.market.quantity.Quantity;
import org.suanwang.market.quantity.Unit;
import org.suanwang.market.scenario.Realisation;

/** Reads what became of a forecast from its mapping. */
final class RealisationReader {
  private RealisationReader() {}

  static Realisation read(YamlMap map) {
    YamlMap realised = map.map("realised");
    var realisation =
        new Realisation(
            map.text("name"),
            map.text("variable"),
            map.textOrNull("scenario"),
            map.read("forecastDate", LocalDate.EPOCH, LocalDate::parse),
            new Quantity(
                realised.read("value", BigFraction.ZERO, Numeral::parse),
                realised.read("unit", Unit.ONE, Unit::parse)),
            realised.choose("bound", Bound.class, Bound.EXACTLY),
            ParameterReader.citation(realised.map("source")),
            map.texts("remarks"),
            map.origin());
    realised.refuseOthers();
    map.refuseOthers();
    return realisation;
  }
}
