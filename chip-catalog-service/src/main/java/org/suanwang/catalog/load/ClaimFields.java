package org.suanwang.catalog.load;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.measure.Decimals;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.provenance.Basis;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Locator;
import org.suanwang.catalog.provenance.PartialDate;
import org.suanwang.catalog.provenance.Source;

/** Makes claims of what stands in a file. */
final class ClaimFields {
  /** The fields that say on what ground a claim stands. */
  static final List<String> BASIS =
      List.of("corrects", "why", "derived", "inputs", "estimated", "measured");

  private static final List<String> GROUNDS =
      List.of("corrects", "derived", "measured", "estimated");

  private ClaimFields() {}

  /** A claim of the given source; what else is known of it stands in the map. */
  static Claim<Fact> claim(
      SubjectContext context,
      String id,
      Attribute attribute,
      Quantity quantity,
      Source source,
      Locator locator,
      PartialDate asOf,
      @Nullable String printed,
      YamlMap map) {
    var fact = new Fact(attribute, quantity);
    requireSound(map, fact);
    return new Claim<>(
        id,
        context.subjectId(),
        fact,
        printed,
        map.findText("qualifier").orElse(null),
        source.id(),
        locator,
        asOf,
        source.tier(),
        basis(context, map, quantity),
        context.recorded());
  }

  /** Told here with its line; the rule of the same meaning knows the claim's id only. */
  private static void requireSound(YamlMap map, Fact fact) {
    if (!fact.hasSoundNumbers()) {
      map.violate(
          fact.attribute().key(),
          fact.quantity().plainNumbers(),
          "must be above 0 and at most " + Decimals.MAX.toPlainString(),
          "mend the number; what is not known is left out, or said to be unknown");
    }
  }

  private static Basis basis(SubjectContext context, YamlMap map, Quantity quantity) {
    requireOneBasis(map);
    if (map.has("corrects")) {
      return new Basis.Corrected(context.claimId(map.text("corrects")), map.text("why"));
    }
    if (map.has("derived")) {
      return new Basis.Derived(map.text("derived"), map.texts("inputs"));
    }
    if (map.has("measured")) {
      return new Basis.Measured(map.text("measured"));
    }
    if (map.has("estimated")) {
      return estimated(map, quantity);
    }
    return new Basis.Reported();
  }

  /** What would be passed over in silence is a mistake. */
  private static void requireOneBasis(YamlMap map) {
    List<String> given = GROUNDS.stream().filter(map::has).toList();
    if (given.size() > 1) {
      map.violate(
          given.get(1),
          map.text(given.get(1)),
          "a claim must have one basis",
          "keep one of " + String.join(", ", given));
    }
    requireBeside(map, "why", "corrects");
    requireBeside(map, "inputs", "derived");
  }

  private static void requireBeside(YamlMap map, String part, String whole) {
    if (map.has(part) && !map.has(whole)) {
      map.violate(part, part, "it must stand beside " + whole, "add " + whole + ", or remove it");
    }
  }

  private static Basis estimated(YamlMap map, Quantity quantity) {
    String method = map.text("estimated");
    return switch (quantity) {
      case Quantity.Range r -> new Basis.Estimated(method, r.low(), r.high());
      case Quantity.Value v -> new Basis.Estimated(method, v.number(), v.number());
      case Quantity.Bound _, Quantity.Text _, Quantity.Unknown _ -> {
        map.violate("estimated", method, "an estimate must be a number", "give low-high");
        yield new Basis.Unknown(method);
      }
    };
  }
}
