package org.suanwang.catalog.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.suanwang.catalog.catalog.DataPackage;

/** A row of {@code data_package}: this content was loaded, and need not be again. */
@Entity
@Immutable
@Table(name = "data_package")
class DataPackageEntity {
  @Id
  @Column(name = "content_hash")
  String contentHash = "";

  String id = "";
  String version = "";
  String title = "";
  String licence = "";

  @Column(name = "loaded_at")
  Instant loadedAt = Instant.EPOCH;

  static DataPackageEntity of(DataPackage loaded, Instant at) {
    DataPackageEntity row = new DataPackageEntity();
    row.contentHash = loaded.contentHash();
    row.id = loaded.id();
    row.version = loaded.version();
    row.title = loaded.title();
    row.licence = loaded.licence();
    row.loadedAt = at;
    return row;
  }
}
