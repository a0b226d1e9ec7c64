package org.suanwang.catalog.integrity;

import java.util.ArrayList;
import java.util.List;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Form;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.measure.Unit;
import org.suanwang.catalog.provenance.Claim;

/**
 * A quantity is in its attribute's unit; one that is printed otherwise must be corrected. Words
 * where a number is due are kept, and have no say.
 */
final class UnitMatchesAttribute implements SubjectRule {
  @Override
  public List<Finding> check(Catalog catalog, Dossier dossier) {
    return dossier.claims().stream()
        .filter(c -> !c.content().isWellFormed())
        .map(c -> finding(dossier, c))
        .toList();
  }

  private static String due(Form form) {
    if (form.date()) {
      return "a date, such as 2024-03-26 or 2024-03";
    }
    List<String> forms = new ArrayList<>(form.units().stream().map(Unit::symbol).sorted().toList());
    if (form.words()) {
      forms.add("a text");
    }
    return String.join(" or ", forms);
  }

  private Finding finding(Dossier dossier, Claim<Fact> claim) {
    boolean inWords = claim.content().quantity() instanceof Quantity.Text;
    boolean corrected = dossier.isCorrectedAway(claim.id());
    String is = claim.content().quantity().unit().map(Unit::symbol).orElse("words");
    return new Finding(
        corrected || inWords ? Severity.INFO : Severity.ERROR,
        name(),
        claim.id(),
        claim.content().attribute().kind()
            + " is given in "
            + is
            + " but is due in "
            + due(claim.content().attribute().form())
            + remedy(corrected, inWords));
  }

  private static String remedy(boolean corrected, boolean inWords) {
    if (corrected) {
      return "; a correction stands";
    }
    return inWords ? "; it has no say in any number" : "; add a claim that corrects it";
  }
}
