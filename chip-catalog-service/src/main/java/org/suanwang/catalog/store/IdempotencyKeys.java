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

  /** What was asked for under a key, and what came of it: a claim's id, or an import's outcome. */
  record Done(String requestHash, String outcome) {}

  Optional<Done> find(String key) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT request_hash, coalesce(claim_id, outcome) FROM idempotency_key WHERE key = ?")) {
      statement.setString(1, key);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next()
            ? Optional.of(new Done(rows.getString(1), rows.getString(2)))
            : Optional.empty();
      }
    }
  }

  void rememberClaim(String key, Done done, Instant now) throws SQLException {
    remember("claim_id", key, done, now);
  }

  void rememberImport(String key, Done done, Instant now) throws SQLException {
    remember("outcome", key, done, now);
  }

  private void remember(String column, String key, Done done, Instant now) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO idempotency_key (key, request_hash, "
                + column
                + ", used_at) VALUES (?, ?, ?, ?)")) {
      insert.setString(1, key);
      insert.setString(2, done.requestHash());
      insert.setString(3, done.outcome());
      insert.setObject(4, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }
}
