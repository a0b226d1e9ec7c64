package org.suanwang.catalog.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.CellStatus;
import org.suanwang.catalog.accelerator.Verdict;

/** A row of {@code verdict}. */
@Entity
@Table(name = "verdict")
class VerdictEntity {
  @Id
  @Column(name = "claim_id")
  String claimId = "";

  String status = "";
  @Nullable String note;

  static VerdictEntity of(Verdict verdict) {
    VerdictEntity row = new VerdictEntity();
    row.claimId = verdict.claimId();
    row.status = verdict.status().name();
    row.note = verdict.note();
    return row;
  }

  Verdict toVerdict() {
    return new Verdict(claimId, CellStatus.valueOf(status), note);
  }
}
