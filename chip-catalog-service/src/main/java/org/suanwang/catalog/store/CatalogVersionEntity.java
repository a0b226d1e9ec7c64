package org.suanwang.catalog.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.catalog.CatalogVersion;
import org.suanwang.catalog.catalog.VersionLog;

/** A row of {@code catalog_version}. */
@Entity
@Immutable
@Table(name = "catalog_version")
class CatalogVersionEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Nullable Long sequence;

  String id = "";

  @Column(name = "content_hash")
  String contentHash = "";

  @Column(name = "published_at")
  Instant publishedAt = Instant.EPOCH;

  int claims;
  String cause = "";

  static CatalogVersionEntity of(CatalogVersion version, int claims, String cause) {
    CatalogVersionEntity row = new CatalogVersionEntity();
    row.id = version.id();
    row.contentHash = version.contentHash();
    row.publishedAt = version.publishedAt();
    row.claims = claims;
    row.cause = cause;
    return row;
  }

  CatalogVersion toVersion() {
    return new CatalogVersion(id, contentHash, publishedAt);
  }

  VersionLog.Entry toEntry() {
    return new VersionLog.Entry(sequence == null ? 0 : sequence, toVersion(), claims, cause);
  }
}
