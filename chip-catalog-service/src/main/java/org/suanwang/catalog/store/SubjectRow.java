package org.suanwang.catalog.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Item;
import org.suanwang.catalog.accelerator.Scope;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.accelerator.Vendor;

/** A subject as a row, and back. */
final class SubjectRow {
  static final String INSERT =
      "INSERT INTO subject_description (subject_id, name, aliases, vendor_id, scope, country)"
          + " VALUES (?, ?, ?, ?, ?, ?)";

  private static final String ACCELERATOR = "ACCELERATOR";
  private static final String VENDOR = "VENDOR";

  private SubjectRow() {}

  static Subject read(ResultSet row) throws SQLException {
    String id = row.getString(1);
    String kind = row.getString(2);
    String name = row.getString(3);
    List<String> aliases = List.of((String[]) row.getArray(4).getArray());
    return switch (kind) {
      case ACCELERATOR ->
          new Accelerator(id, name, aliases, row.getString(5), Scope.valueOf(row.getString(6)));
      case VENDOR -> new Vendor(id, name, aliases, row.getString(7));
      default -> new Item(id, Item.Kind.valueOf(kind), name, aliases, row.getString(5));
    };
  }

  static String kind(Subject subject) {
    return switch (subject) {
      case Accelerator _ -> ACCELERATOR;
      case Vendor _ -> VENDOR;
      case Item item -> item.kind().name();
    };
  }

  static void write(Subject subject, PreparedStatement row) throws SQLException {
    row.setString(1, subject.id());
    row.setString(2, subject.name());
    row.setArray(3, row.getConnection().createArrayOf("text", subject.aliases().toArray()));
    switch (subject) {
      case Accelerator a -> set(row, a.vendorId(), a.scope().name(), null);
      case Vendor v -> set(row, null, null, v.country());
      case Item i -> set(row, i.vendorId(), null, null);
    }
  }

  private static void set(
      PreparedStatement row,
      @Nullable String vendor,
      @Nullable String scope,
      @Nullable String country)
      throws SQLException {
    row.setString(4, vendor);
    row.setString(5, scope);
    row.setString(6, country);
  }
}
