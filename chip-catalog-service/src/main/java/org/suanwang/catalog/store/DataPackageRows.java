package org.suanwang.catalog.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.suanwang.catalog.catalog.DataPackage;

/** Which packages were taken in, and when first. */
final class DataPackageRows {
  private DataPackageRows() {}

  static void remember(Connection connection, DataPackage data, Instant now) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO data_package (id, version, content_hash, title, licence, loaded_at)"
                + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
      insert.setString(1, data.id());
      insert.setString(2, data.version());
      insert.setString(3, data.contentHash());
      insert.setString(4, data.title());
      insert.setString(5, data.licence());
      insert.setObject(6, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }
}
