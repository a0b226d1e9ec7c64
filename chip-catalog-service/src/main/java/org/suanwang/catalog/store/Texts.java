package org.suanwang.catalog.store;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.AttributeKey;
import org.suanwang.catalog.accelerator.Scope;
import org.suanwang.catalog.provenance.PartialDate;
import org.suanwang.catalog.provenance.Recorded;

/**
 * What many rows have in common, held once: of half a million claims most share source, place, date
 * and who entered them.
 */
final class Texts {
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, Attribute> attributes = new HashMap<>();
  private final Map<String, PartialDate> dates = new HashMap<>();
  private final Map<String, Recorded> recorded = new HashMap<>();

  @Nullable String once(@Nullable String text) {
    return text == null ? null : texts.computeIfAbsent(text, t -> t);
  }

  Attribute attribute(String key) {
    return attributes.computeIfAbsent(key, k -> AttributeKey.find(k, Scope.PACKAGE).orElseThrow());
  }

  PartialDate date(String text) {
    return dates.computeIfAbsent(text, PartialDate::parse);
  }

  Recorded recorded(String by, String on) {
    return recorded.computeIfAbsent(on + " " + by, _ -> new Recorded(by, LocalDate.parse(on)));
  }
}
