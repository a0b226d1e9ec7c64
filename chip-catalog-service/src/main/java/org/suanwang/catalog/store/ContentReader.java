package org.suanwang.catalog.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.suanwang.catalog.accelerator.CellStatus;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.accelerator.Verdict;
import org.suanwang.catalog.catalog.CatalogContent;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.DateKind;
import org.suanwang.catalog.provenance.PartialDate;
import org.suanwang.catalog.provenance.Source;
import org.suanwang.catalog.provenance.Tier;

/** Reads the rows that were entered after one entry and up to another. */
final class ContentReader {
  private static final int ROWS_AT_ONCE = 5000;

  private static final String SOURCES =
      "SELECT id, title, publisher, tier, dated, date_kind, url, licence, read_through FROM source";
  private static final String SUBJECTS =
      "SELECT id, kind, name, aliases, vendor_id, scope, country FROM subject"
          + " JOIN subject_description d ON d.subject_id = id";
  private static final String VERDICTS =
      "SELECT claim_id, status, note, recorded_by, recorded_on FROM verdict";

  private final Connection connection;
  private final long after;
  private final long upTo;
  private final Texts texts = new Texts();

  ContentReader(Connection connection, long after, long upTo) {
    this.connection = connection;
    this.after = after;
    this.upTo = upTo;
  }

  CatalogContent read() throws SQLException {
    Map<String, Subject> subjects = new LinkedHashMap<>();
    rows(SUBJECTS, "d.entry", SubjectRow::read).forEach(s -> subjects.put(s.id(), s));
    ClaimRow.Reader claimReader = new ClaimRow.Reader(texts);
    List<Claim<Fact>> claims = rows(ClaimRow.SELECT, "entry", claimReader::read);
    return new CatalogContent(
        rows(SOURCES, "entry", ContentReader::source),
        List.copyOf(subjects.values()),
        claims,
        rows(VERDICTS, "entry", this::verdict));
  }

  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> rows(String select, String entry, Row<T> reader) throws SQLException {
    String sql = select + " WHERE " + entry + " > ? AND " + entry + " <= ? ORDER BY " + entry;
    List<T> found = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(ROWS_AT_ONCE);
      statement.setLong(1, after);
      statement.setLong(2, upTo);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(reader.read(rows));
        }
      }
    }
    return found;
  }

  private static Source source(ResultSet row) throws SQLException {
    return new Source(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        Tier.valueOf(row.getString(4)),
        PartialDate.parse(row.getString(5)),
        DateKind.valueOf(row.getString(6)),
        row.getString(7),
        row.getString(8),
        row.getString(9));
  }

  private Verdict verdict(ResultSet row) throws SQLException {
    return new Verdict(
        row.getString(1),
        CellStatus.valueOf(row.getString(2)),
        row.getString(3),
        texts.recorded(row.getString(4), row.getString(5)));
  }
}
