package org.suanwang.scheduling.store;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code policy}. */
@Entity
@Table(name = "policy")
class PolicyEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long number;

  String id;
  String name;
  String document;
  Instant createdAt;
}
