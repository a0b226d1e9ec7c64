package org.suanwang.catalog.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.provenance.DateKind;
import org.suanwang.catalog.provenance.PartialDate;
import org.suanwang.catalog.provenance.Source;
import org.suanwang.catalog.provenance.Tier;

/** A row of {@code source}. */
@Entity
@Immutable
@Table(name = "source")
class SourceEntity {
  @Id String id = "";
  String title = "";
  String publisher = "";
  String tier = "";

  @Column(name = "dated")
  String date = "";

  @Column(name = "date_kind")
  String dateKind = "";

  @Nullable String url;
  @Nullable String licence;

  @Column(name = "read_through")
  @Nullable String readThrough;

  static SourceEntity of(Source source) {
    SourceEntity row = new SourceEntity();
    row.id = source.id();
    row.title = source.title();
    row.publisher = source.publisher();
    row.tier = source.tier().name();
    row.date = source.date().toString();
    row.dateKind = source.dateKind().name();
    row.url = source.url();
    row.licence = source.licence();
    row.readThrough = source.readThrough();
    return row;
  }

  Source toSource() {
    return new Source(
        id,
        title,
        publisher,
        Tier.valueOf(tier),
        PartialDate.parse(date),
        DateKind.valueOf(dateKind),
        url,
        licence,
        readThrough);
  }
}
