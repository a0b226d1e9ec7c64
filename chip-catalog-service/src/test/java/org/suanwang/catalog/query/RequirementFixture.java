package org.suanwang.catalog.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.catalog.query.SmallCatalog.catalog;
import static org.suanwang.catalog.query.SmallCatalog.says;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.query.Requirement.Filters;
import org.suanwang.catalog.query.Requirement.Limits;
import org.suanwang.catalog.query.Requirement.Rank;
import org.suanwang.catalog.query.RequirementMatch.Fit;

/** Requirements and catalogues that tests of matching share. */
final class RequirementFixture {
  private RequirementFixture() {}

  static final Work.Model SEVENTY = new Work.Model(null, number("70"), null);
  static final Efficiency.Stated SHARE =
      new Efficiency.Stated(number("40"), number("40"), number("50"), "assumed");

  static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  /** 70 B parameters, 1,400 B tokens, 30 days. */
  static Work.Training training(Work.Model model, @Nullable Long shardedOver) {
    return new Work.Training(
        model, number("1400"), null, number("30"), number("16"), number("0.8"), shardedOver);
  }

  static Requirement requirement(Work work, Precision precision, List<Precision> fallbacks) {
    return new Requirement(
        work, precision, fallbacks, SHARE, null, Filters.NONE, Limits.NONE, Rank.DEVICES);
  }

  static Requirement seventy() {
    return requirement(training(SEVENTY, null), Precision.FP16, List.of());
  }

  static RequirementMatch run(Requirement requirement, Catalog catalog) {
    return new RequirementMatching(catalog, Relations.of(catalog)).run(requirement);
  }

  @SafeVarargs
  static RequirementMatch run(Requirement requirement, Claim<Fact>... claims) {
    return run(requirement, catalog(claims));
  }

  static Fit only(RequirementMatch match) {
    assertThat(match.matches()).hasSize(1);
    return match.matches().getFirst();
  }

  static List<Shortfall> against(RequirementMatch match, String id) {
    return match.others().stream()
        .filter(o -> o.accelerator().id().equals(id))
        .findFirst()
        .orElseThrow()
        .shortfalls();
  }

  static Claim<Fact> memory(String subject, String printed) {
    return says(subject, Plain.MEMORY_CAPACITY, printed);
  }
}
