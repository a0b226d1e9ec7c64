package org.suanwang.catalog.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Scope;

/** A row of {@code accelerator}. */
@Entity
@Table(name = "accelerator")
class AcceleratorEntity {
  @Id String id = "";
  String name = "";

  @Column(columnDefinition = "text[]")
  String[] aliases = {};

  @Column(name = "vendor_id")
  String vendorId = "";

  String scope = "";

  static AcceleratorEntity of(Accelerator accelerator) {
    AcceleratorEntity row = new AcceleratorEntity();
    row.id = accelerator.id();
    row.name = accelerator.name();
    row.aliases = accelerator.aliases().toArray(String[]::new);
    row.vendorId = accelerator.vendorId();
    row.scope = accelerator.scope().name();
    return row;
  }

  Accelerator toAccelerator() {
    return new Accelerator(id, name, List.of(aliases), vendorId, Scope.valueOf(scope));
  }
}
