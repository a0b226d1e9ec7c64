package org.suanwang.catalog.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.suanwang.catalog.accelerator.Vendor;

/** A row of {@code vendor}. */
@Entity
@Table(name = "vendor")
class VendorEntity {
  @Id String id = "";
  String name = "";

  @Column(columnDefinition = "text[]")
  String[] aliases = {};

  String country = "";

  static VendorEntity of(Vendor vendor) {
    VendorEntity row = new VendorEntity();
    row.id = vendor.id();
    row.name = vendor.name();
    row.aliases = vendor.aliases().toArray(String[]::new);
    row.country = vendor.country();
    return row;
  }

  Vendor toVendor() {
    return new Vendor(id, name, List.of(aliases), country);
  }
}
