package org.suanwang.catalog.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.suanwang.catalog.catalog.CatalogVersion;
import org.suanwang.catalog.catalog.VersionLog.Entry;

/** The published versions, as rows. */
final class VersionRows {
  static final String CHANNEL = "catalog_version";

  private static final String SELECT =
      "SELECT sequence, id, content_hash, published_at, claims, cause, last_entry"
          + " FROM catalog_version ";

  private final Connection connection;

  VersionRows(Connection connection) {
    this.connection = connection;
  }

  /** A version, and the last row of the database that it holds; empty for versions of old. */
  record Stored(Entry entry, Optional<Long> lastEntry) {}

  Optional<Stored> latest() throws SQLException {
    return select("ORDER BY sequence DESC LIMIT 1").stream().findFirst();
  }

  /** The version with an id; of several publications of the same content the last one. */
  Optional<Stored> find(String id) throws SQLException {
    return select("WHERE id = ? ORDER BY sequence DESC LIMIT 1", id).stream().findFirst();
  }

  List<Entry> before(long sequence, int limit) throws SQLException {
    return select("WHERE sequence < ? ORDER BY sequence DESC LIMIT ?", sequence, limit).stream()
        .map(Stored::entry)
        .toList();
  }

  long count() throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT count(*) FROM catalog_version");
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** Appends a version that holds every row entered so far, and tells the other replicas. */
  long publish(CatalogVersion version, int claims, String cause) throws SQLException {
    long lastEntry;
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO catalog_version (id, content_hash, published_at, claims, cause, last_entry)"
                + " SELECT ?, ?, ?, ?, ?, last_value FROM entry RETURNING last_entry")) {
      insert.setString(1, version.id());
      insert.setString(2, version.contentHash());
      insert.setObject(3, OffsetDateTime.ofInstant(version.publishedAt(), ZoneOffset.UTC));
      insert.setInt(4, claims);
      insert.setString(5, cause);
      try (ResultSet rows = insert.executeQuery()) {
        rows.next();
        lastEntry = rows.getLong(1);
      }
    }
    try (PreparedStatement notify = connection.prepareStatement("SELECT pg_notify(?, ?)")) {
      notify.setString(1, CHANNEL);
      notify.setString(2, version.id());
      notify.execute();
    }
    return lastEntry;
  }

  private List<Stored> select(String rest, Object... parameters) throws SQLException {
    List<Stored> found = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(SELECT + rest)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(stored(rows));
        }
      }
    }
    return found;
  }

  private static Stored stored(ResultSet row) throws SQLException {
    Instant publishedAt = row.getObject(4, OffsetDateTime.class).toInstant();
    var version = new CatalogVersion(row.getString(2), row.getString(3), publishedAt);
    var entry = new Entry(row.getLong(1), version, row.getInt(5), row.getString(6));
    return new Stored(entry, Optional.ofNullable(row.getObject(7, Long.class)));
  }
}
