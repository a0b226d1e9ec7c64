package org.suanwang.catalog.load;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.AttributeKey;
import org.suanwang.catalog.accelerator.Scope;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.check.Suggestion;
import org.suanwang.catalog.provenance.DateKind;
import org.suanwang.catalog.provenance.PartialDate;
import org.suanwang.catalog.provenance.Recorded;
import org.suanwang.catalog.provenance.Source;
import org.suanwang.catalog.provenance.Tier;

/**
 * What the claims of a subject's file have in common.
 *
 * @param subject what they are about
 * @param recorded who enters them
 * @param sources finds the sources that they may cite
 */
record SubjectContext(
    Subject subject, Recorded recorded, Function<String, Optional<Source>> sources) {
  String subjectId() {
    return subject.id();
  }

  /** What one of it is, for peaks that do not say so. */
  Scope scope() {
    return subject instanceof Accelerator a ? a.scope() : Scope.SYSTEM;
  }

  String claimId(String key) {
    return subjectId() + "." + key;
  }

  /** The source that a block names; a stand-in once it is noted that there is none. */
  Source source(YamlMap in) {
    String id = in.text("source");
    return sources
        .apply(id)
        .orElseGet(
            () -> {
              in.violate("source", id, "the source must be listed before", "add sources/" + id);
              return standIn(id);
            });
  }

  private static Source standIn(String id) {
    PartialDate never = PartialDate.of(LocalDate.EPOCH);
    return new Source(id, id, id, Tier.MACHINE_WRITTEN, never, DateKind.ACCESSED, null, null, null);
  }

  /** The attribute that a key names, see docs/data-packages.md. */
  Attribute attribute(YamlMap in, String field, String key) {
    return AttributeKey.find(key, scope())
        .orElseGet(
            () -> {
              String first = key.split(" ", 2)[0];
              in.violate(
                  field,
                  key,
                  "the attribute must be known",
                  Suggestion.remedy(first, AttributeKey.kinds(), "see docs/data-packages.md"));
              return Plain.DESCRIPTION;
            });
  }
}
