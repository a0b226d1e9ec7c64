package org.suanwang.market.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.suanwang.market.parameter.CatalogueCitation;
import org.suanwang.market.parameter.DatedValue;
import org.suanwang.market.parameter.Parameter;
import org.suanwang.market.quantity.Unit;

/** A value that cites the catalogue is in a unit of the property, and not too many are cited. */
final class CatalogueCheck implements Check {
  /** Each is a question to the catalogue. */
  private static final int ACCELERATORS_MAX = 50;

  @Override
  public List<Finding> check(ModelDraft draft) {
    var findings = new ArrayList<Finding>();
    Set<String> accelerators = new HashSet<>();
    for (Parameter parameter : draft.parameters()) {
      for (DatedValue value : parameter.values()) {
        if (value.catalogue() != null) {
          accelerators.add(value.catalogue().accelerator());
          checkUnit(parameter, value.catalogue(), findings);
          if (accelerators.size() == ACCELERATORS_MAX + 1) {
            findings.add(tooMany(parameter));
          }
        }
      }
    }
    return findings;
  }

  private static void checkUnit(
      Parameter parameter, CatalogueCitation citation, List<Finding> findings) {
    Unit told = citation.unit().orElse(parameter.unit());
    if (!told.isComparableTo(parameter.unit())) {
      findings.add(
          Finding.error(
              "unit-mismatch",
              parameter.name(),
              parameter.origin(),
              "is in "
                  + parameter.unit().text()
                  + ", and "
                  + citation.property()
                  + " of the catalogue is in "
                  + told.text(),
              "give the parameter a unit that can be converted into " + told.text()));
    }
  }

  private static Finding tooMany(Parameter parameter) {
    return Finding.error(
        "model-size",
        parameter.name(),
        parameter.origin(),
        "the model cites more than " + ACCELERATORS_MAX + " accelerators of the catalogue",
        "split the model");
  }
}
