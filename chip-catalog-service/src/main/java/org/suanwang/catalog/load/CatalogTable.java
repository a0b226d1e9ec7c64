package org.suanwang.catalog.load;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;

/** Writes a catalogue as one table: sources, then each subject with its claims and verdicts. */
final class CatalogTable {
  private final CsvWriter rows;

  private CatalogTable(CsvWriter rows) {
    this.rows = rows;
  }

  static void write(Catalog catalog, OutputStream out) throws IOException {
    // Closing the writer would close what others have opened.
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    CsvWriter rows = CsvWriter.builder().build(text);
    try {
      rows.writeRecord(CsvColumns.ALL);
      new CatalogTable(rows).write(catalog);
      rows.flush();
      text.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void write(Catalog catalog) {
    catalog.sources().forEach(s -> write("source", ExactForm.of(s)));
    catalog.dossiers().forEach(this::write);
  }

  private void write(Dossier dossier) {
    Map<String, Object> subject = ExactForm.of(dossier.subject());
    subject.put("kind", kind(dossier.subject()));
    write("subject", subject);
    dossier.claims().forEach(c -> write("claim", ExactForm.of(c)));
    dossier.verdicts().forEach(v -> write("verdict", ExactForm.of(v)));
  }

  private static String kind(Subject subject) {
    String folder = SubjectFile.folder(subject);
    return CsvColumns.FOLDERS.entrySet().stream()
        .filter(e -> e.getValue().equals(folder))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private void write(String record, Map<String, Object> fields) {
    fields.put(CsvColumns.RECORD, record);
    rows.writeRecord(CsvColumns.ALL.stream().map(c -> cell(fields.get(c))).toList());
  }

  private static String cell(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case BigDecimal number -> number.toPlainString();
      case List<?> texts -> list(texts);
      default -> CsvColumns.guarded(value.toString());
    };
  }

  private static String list(List<?> texts) {
    return texts.stream()
        .map(
            t ->
                '"' + new String(JsonStringEncoder.getInstance().quoteAsString(t.toString())) + '"')
        .collect(Collectors.joining(",", "[", "]"));
  }
}
