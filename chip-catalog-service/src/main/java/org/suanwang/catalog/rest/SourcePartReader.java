package org.suanwang.catalog.rest;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.check.Suggestion;
import org.suanwang.catalog.check.Violation;
import org.suanwang.catalog.provenance.DateKind;
import org.suanwang.catalog.provenance.PartialDate;
import org.suanwang.catalog.provenance.Source;
import org.suanwang.catalog.rest.ClaimRequest.SourcePart;

/** Reads the source of a request: a known one by its id, or a new one; notes what is wrong. */
final class SourcePartReader {
  private final Catalog catalog;
  private final DatePartReader dates;
  private final List<Violation> violations;

  SourcePartReader(Catalog catalog, DatePartReader dates, List<Violation> violations) {
    this.catalog = catalog;
    this.dates = dates;
    this.violations = violations;
  }

  static boolean isIdOnly(SourcePart s) {
    return Stream.of(
            s.title(),
            s.publisher(),
            s.tier(),
            s.date(),
            s.dateKind(),
            s.url(),
            s.licence(),
            s.readThrough())
        .allMatch(Objects::isNull);
  }

  Optional<Source> read(SourcePart s) {
    return isIdOnly(s) ? known(s.id()) : described(s);
  }

  private Optional<Source> known(String id) {
    Optional<Source> known = catalog.findSource(id);
    if (known.isEmpty()) {
      List<String> ids = catalog.sources().stream().map(Source::id).toList();
      violations.add(
          new Violation(
              "source.id",
              id,
              "must be a known source when nothing else is said about it",
              Suggestion.remedy(
                  id, ids, "GET /v1/sources lists all; or add title, publisher, tier and date")));
    }
    return known;
  }

  private Optional<Source> described(SourcePart s) {
    Map<String, @Nullable Object> needed = new LinkedHashMap<>();
    needed.put("title", s.title());
    needed.put("publisher", s.publisher());
    needed.put("tier", s.tier());
    needed.put("date", s.date());
    int before = violations.size();
    needed.forEach(this::requireGiven);
    Optional<PartialDate> date =
        Optional.ofNullable(s.date()).flatMap(text -> dates.read("source.date", text));
    return violations.size() > before ? Optional.empty() : date.map(d -> source(s, d));
  }

  private void requireGiven(String field, @Nullable Object value) {
    if (value == null || (value instanceof String text && text.isBlank())) {
      violations.add(
          new Violation(
              "source." + field,
              String.valueOf(value),
              "must be given with a source that is not sent by its id alone",
              "add title, publisher, tier and date, or send nothing but the id of a known source"));
    }
  }

  private static Source source(SourcePart s, PartialDate date) {
    return new Source(
        s.id(),
        requireNonNull(s.title()),
        requireNonNull(s.publisher()),
        requireNonNull(s.tier()),
        date,
        s.dateKind() == null ? DateKind.PUBLISHED : s.dateKind(),
        s.url(),
        s.licence(),
        s.readThrough());
  }
}
