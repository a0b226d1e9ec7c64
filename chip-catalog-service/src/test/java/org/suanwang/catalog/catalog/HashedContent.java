package org.suanwang.catalog.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.catalog.catalog.Claims.claim;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.accelerator.Verdict;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.measure.Unit;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Source;
import org.suanwang.catalog.provenance.Tier;

/** Small contents whose hashes tests compare. */
final class HashedContent {
  private HashedContent() {}

  static Quantity watts(String number) {
    return new Quantity.Value(new BigDecimal(number), Unit.WATT);
  }

  static String hash(CatalogContent content) {
    return CanonicalForm.hash(Catalog.of(content));
  }

  static void assertAllDiffer(List<CatalogContent> variants) {
    Map<String, CatalogContent> byHash = new LinkedHashMap<>();
    Map<String, CatalogContent> byPackageHash = new LinkedHashMap<>();
    for (CatalogContent variant : variants) {
      assertThat(byHash.put(hash(variant), variant)).as(variant.toString()).isNull();
      assertThat(byPackageHash.put(CanonicalForm.hash(variant), variant))
          .as(variant.toString())
          .isNull();
    }
  }

  static CatalogContent content(Claim<Fact> claim) {
    return Claims.content(claim);
  }

  static CatalogContent content(Source source) {
    return new CatalogContent(List.of(source), List.of(), List.of(), List.of());
  }

  static CatalogContent content(Subject subject) {
    return new CatalogContent(List.of(), List.of(subject), List.of(), List.of());
  }

  static CatalogContent content(Verdict... verdicts) {
    CatalogContent c = content(says(Plain.POWER, watts("1")));
    return new CatalogContent(c.sources(), c.subjects(), c.claims(), List.of(verdicts));
  }

  static Claim<Fact> says(Attribute attribute, Quantity quantity) {
    return claim("chip.a", attribute, quantity, Tier.PRESS);
  }
}
