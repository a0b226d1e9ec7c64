package org.suanwang.catalog.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import org.suanwang.catalog.accelerator.Verdict;
import org.suanwang.catalog.catalog.CatalogContent;
import org.suanwang.catalog.provenance.Source;

/** Appends rows; the database numbers them as it takes them. */
final class ContentWriter {
  private static final int ROWS_AT_ONCE = 1000;

  private final Connection connection;

  ContentWriter(Connection connection) {
    this.connection = connection;
  }

  /** Appends what is new. */
  void write(CatalogContent content) throws SQLException {
    insert(
        "INSERT INTO source (id, title, publisher, tier, dated, date_kind, url, licence,"
            + " read_through) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        content.sources(),
        ContentWriter::source);
    insert(
        "INSERT INTO subject (id, kind) VALUES (?, ?) ON CONFLICT DO NOTHING",
        content.subjects(),
        (subject, row) -> {
          row.setString(1, subject.id());
          row.setString(2, SubjectRow.kind(subject));
        });
    insert(SubjectRow.INSERT, content.subjects(), SubjectRow::write);
    insert(ClaimRow.INSERT, content.claims(), ClaimRow::write);
    insert(
        "INSERT INTO verdict (claim_id, status, note, recorded_by, recorded_on)"
            + " VALUES (?, ?, ?, ?, ?::date)",
        content.verdicts(),
        ContentWriter::verdict);
  }

  private interface Binding<T> {
    void write(T thing, PreparedStatement row) throws SQLException;
  }

  private <T> void insert(String sql, Collection<T> things, Binding<T> binding)
      throws SQLException {
    if (things.isEmpty()) {
      return;
    }
    try (PreparedStatement row = connection.prepareStatement(sql)) {
      int waiting = 0;
      for (T thing : things) {
        binding.write(thing, row);
        row.addBatch();
        if (++waiting == ROWS_AT_ONCE) {
          row.executeBatch();
          waiting = 0;
        }
      }
      row.executeBatch();
    }
  }

  private static void source(Source source, PreparedStatement row) throws SQLException {
    row.setString(1, source.id());
    row.setString(2, source.title());
    row.setString(3, source.publisher());
    row.setString(4, source.tier().name());
    row.setString(5, source.date().toString());
    row.setString(6, source.dateKind().name());
    row.setString(7, source.url());
    row.setString(8, source.licence());
    row.setString(9, source.readThrough());
  }

  private static void verdict(Verdict verdict, PreparedStatement row) throws SQLException {
    row.setString(1, verdict.claimId());
    row.setString(2, verdict.status().name());
    row.setString(3, verdict.note());
    row.setString(4, verdict.recorded().by());
    row.setString(5, verdict.recorded().on().toString());
  }
}
