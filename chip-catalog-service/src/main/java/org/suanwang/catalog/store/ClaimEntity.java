package org.suanwang.catalog.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code claim}; {@link ClaimRow} writes and reads it. */
@Entity
@Immutable
@Table(name = "claim")
class ClaimEntity {
  @Id String id = "";

  @Column(name = "accelerator_id")
  String acceleratorId = "";

  String attribute = "";

  @Column(name = "precision_name")
  @Nullable String precision;

  @Nullable String sparsity;
  @Nullable String circuit;
  @Nullable String scope;

  String quantity = "";
  @Nullable String relation;
  @Nullable BigDecimal low;
  @Nullable BigDecimal high;
  @Nullable String unit;

  @Column(name = "text_value")
  @Nullable String text;

  @Column(name = "unknown_reason")
  @Nullable String unknownReason;

  @Nullable String printed;
  @Nullable String qualifier;

  @Column(name = "source_id")
  String sourceId = "";

  String place = "";

  @Column(name = "place_row")
  @Nullable String placeRow;

  @Column(name = "place_column")
  @Nullable String placeColumn;

  @Column(name = "as_of")
  String asOf = "";

  String tier = "";

  String basis = "";
  @Nullable String corrects;
  @Nullable String why;

  @Column(columnDefinition = "text[]")
  String[] inputs = {};

  @Column(name = "estimate_low")
  @Nullable BigDecimal estimateLow;

  @Column(name = "estimate_high")
  @Nullable BigDecimal estimateHigh;

  @Column(name = "recorded_by")
  String recordedBy = "";

  @Column(name = "recorded_on")
  LocalDate recordedOn = LocalDate.EPOCH;
}
