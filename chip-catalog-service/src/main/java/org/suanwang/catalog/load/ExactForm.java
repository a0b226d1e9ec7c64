package org.suanwang.catalog.load;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Item;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.accelerator.Vendor;
import org.suanwang.catalog.accelerator.Verdict;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.provenance.Basis;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.DateKind;
import org.suanwang.catalog.provenance.Recorded;
import org.suanwang.catalog.provenance.Source;

/**
 * The fields of things as exports write them: each a text, a number or a list of texts, in a fixed
 * order. {@link ExactClaims} and its neighbours read them back.
 */
final class ExactForm {
  private final Map<String, Object> fields = new LinkedHashMap<>();

  private ExactForm() {}

  static Map<String, Object> of(Source s) {
    boolean isDated = s.dateKind() == DateKind.PUBLISHED;
    return new ExactForm()
        .with("id", s.id())
        .with("title", s.title())
        .with("publisher", s.publisher())
        .with("tier", s.tier().name())
        .with(isDated ? "date" : "accessed", s.date().toString())
        .with("url", s.url())
        .with("licence", s.licence())
        .with("readThrough", s.readThrough())
        .fields;
  }

  static Map<String, Object> of(Subject subject) {
    ExactForm form =
        new ExactForm()
            .with("id", subject.id())
            .with("name", subject.name())
            .with("aliases", subject.aliases());
    return switch (subject) {
      case Accelerator a ->
          form.with("vendor", a.vendorId()).with("scope", a.scope().name()).fields;
      case Vendor v -> form.with("country", v.country()).fields;
      case Item i -> form.with("vendor", i.vendorId()).fields;
    };
  }

  static Map<String, Object> of(Claim<Fact> c) {
    return new ExactForm()
        .with("claimId", c.id())
        .with("attribute", c.content().attribute().key())
        .with(c.content().quantity())
        .with("printed", c.printed())
        .with("qualifier", c.qualifier())
        .with("source", c.sourceId())
        .with("place", c.locator().place())
        .with("row", c.locator().row())
        .with("column", c.locator().column())
        .with("asOf", c.asOf().toString())
        .with("tier", c.tier().name())
        .with(c.basis())
        .with(c.recorded())
        .fields;
  }

  static Map<String, Object> of(Verdict v) {
    return new ExactForm()
        .with("claim", v.claimId())
        .with("status", v.status().name())
        .with("note", v.note())
        .with(v.recorded())
        .fields;
  }

  private ExactForm with(String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value);
    }
    return this;
  }

  private ExactForm with(Quantity quantity) {
    return switch (quantity) {
      case Quantity.Value v ->
          with("quantity", "VALUE").with("value", v.number()).with("unit", v.in().symbol());
      case Quantity.Bound b ->
          with("quantity", "BOUND")
              .with("value", b.number())
              .with("relation", b.relation().name())
              .with("unit", b.in().symbol());
      case Quantity.Range r ->
          with("quantity", "RANGE")
              .with("low", r.low())
              .with("high", r.high())
              .with("unit", r.in().symbol());
      case Quantity.Text t -> with("quantity", "TEXT").with("text", t.text());
      case Quantity.Unknown u -> with("quantity", "UNKNOWN").with("reason", u.reason().name());
    };
  }

  private ExactForm with(Basis basis) {
    with("basis", basis.kind());
    return switch (basis) {
      case Basis.Reported _ -> this;
      case Basis.Corrected c -> with("corrects", c.corrects()).with("why", c.why());
      case Basis.Measured m -> with("method", m.method());
      case Basis.Derived d -> with("rule", d.rule()).with("inputs", d.inputs());
      case Basis.Estimated e ->
          with("method", e.method()).with("estimateLow", e.low()).with("estimateHigh", e.high());
      case Basis.Unknown u -> with("why", u.why());
    };
  }

  private ExactForm with(Recorded recorded) {
    return with("recordedBy", recorded.by()).with("recordedOn", recorded.on().toString());
  }
}
