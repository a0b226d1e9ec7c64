package org.suanwang.catalog.accelerator;

import org.suanwang.catalog.measure.Quantity;

/** What a claim about an accelerator says: this attribute has this quantity. */
public record Fact(Attribute attribute, Quantity quantity) {

  /** Whether the quantity is of the attribute's own unit, or a text where a text is due. */
  public boolean hasRequiredUnit() {
    return switch (quantity) {
      case Quantity.Unknown _ -> true;
      case Quantity.Text _ -> attribute.requiredUnit().isEmpty();
      case Quantity.Value _, Quantity.Bound _, Quantity.Range _ ->
          quantity.unit().equals(attribute.requiredUnit());
    };
  }
}
