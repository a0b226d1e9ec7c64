package org.suanwang.catalog.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Which requests were carried out under the keys of their senders. */
final class IdempotencyKeys {
  private final Connection connection;

  IdempotencyKeys(Connection connection) {
    this.connection = connection;
  }

  /** What was asked for under a key, and the claim that came of it. */
  record Done(String requestHash, String claimId) {}

  Optional<Done> find(String key) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT request_hash, claim_id FROM idempotency_key WHERE key = ?")) {
      statement.setString(1, key);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next()
            ? Optional.of(new Done(rows.getString(1), rows.getString(2)))
            : Optional.empty();
      }
    }
  }

  void remember(String key, Done done, Instant now) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO idempotency_key (key, request_hash, claim_id, used_at)"
                + " VALUES (?, ?, ?, ?)")) {
      insert.setString(1, key);
      insert.setString(2, done.requestHash());
      insert.setString(3, done.claimId());
      insert.setObject(4, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }
}
