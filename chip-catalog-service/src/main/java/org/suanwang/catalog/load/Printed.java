package org.suanwang.catalog.load;

import java.util.Optional;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Form;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.measure.QuantityReader;

/** Reads what a source prints for an attribute: a number where one is due, else words. */
final class Printed {
  private Printed() {}

  static Quantity read(YamlMap in, String field, String printed, Attribute attribute) {
    Form form = attribute.form();
    if (form.units().isEmpty()) {
      return new Quantity.Text(printed);
    }
    Optional<Quantity> number = QuantityReader.find(printed);
    if (number.isPresent() || !form.words()) {
      if (number.isEmpty()) {
        in.violate(
            field, printed, "it must read as a quantity", "mend it, or say blank: LOST or text: …");
      }
      return number.orElse(new Quantity.Unknown(Quantity.Reason.LOST));
    }
    return new Quantity.Text(printed);
  }
}
