package org.suanwang.catalog.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.suanwang.catalog.catalog.DataPackage;

/** Which packages were taken in, and when first. */
final class DataPackageRows {
  private DataPackageRows() {}

  static void remember(Connection connection, DataPackage data, Instant now) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO data_package (id, version, content_hash, title, licence, loaded_at,"
                + " files_hash)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (content_hash) DO UPDATE SET files_hash = excluded.files_hash")) {
      insert.setString(1, data.id());
      insert.setString(2, data.version());
      insert.setString(3, data.contentHash());
      insert.setString(4, data.title());
      insert.setString(5, data.licence());
      insert.setObject(6, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
      insert.setString(7, data.filesHash());
      insert.executeUpdate();
    }
  }

  /** Whether all of these files were taken in before. */
  static boolean areKnown(Connection connection, List<String> filesHashes) throws SQLException {
    try (PreparedStatement count =
        connection.prepareStatement(
            "SELECT count(DISTINCT files_hash) FROM data_package WHERE files_hash = ANY (?)")) {
      count.setArray(1, connection.createArrayOf("text", filesHashes.toArray()));
      try (ResultSet rows = count.executeQuery()) {
        rows.next();
        return rows.getLong(1) == filesHashes.stream().distinct().count();
      }
    }
  }
}
