package org.suanwang.catalog.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.suanwang.catalog.catalog.CatalogWriter;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.ExchangeFormat;
import org.suanwang.catalog.catalog.Export;

/** Writes a catalogue as a package in one file: YAML and JSON by the same steps, or as a table. */
public final class CatalogFile implements CatalogWriter {
  private static final String ID = "chip-catalog";
  private static final String LICENCE =
      "Facts stated in our own words with their sources; the licence of each source stands beside it";

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();
  private static final YAMLFactory YAML =
      YAMLFactory.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  @Override
  public void write(Export export, ExchangeFormat format, OutputStream out) throws IOException {
    switch (format) {
      case YAML -> write(export, YAML.createGenerator(out));
      case JSON ->
          write(export, JSON.createGenerator(out).setPrettyPrinter(new DefaultPrettyPrinter()));
      case CSV -> CatalogTable.write(export.catalog(), out);
      case EPOCH -> throw new IllegalArgumentException("Epoch's table is read only");
    }
    out.flush();
  }

  private static void write(Export export, JsonGenerator to) throws IOException {
    try (to) {
      to.writeStartObject();
      to.writeStringField("catalogVersion", export.versionId());
      to.writeFieldName("package");
      writeHead(export, to);
      to.writeArrayFieldStart("sources");
      for (var source : export.catalog().sources()) {
        write(ExactForm.of(source), to);
      }
      to.writeEndArray();
      for (String folder : SubjectFile.FOLDERS) {
        writeFolder(export, folder, to);
      }
      to.writeEndObject();
    }
  }

  private static void writeHead(Export export, JsonGenerator to) throws IOException {
    to.writeStartObject();
    to.writeStringField("id", ID);
    to.writeStringField("version", export.versionId());
    to.writeStringField("title", export.title());
    to.writeStringField("licence", LICENCE);
    to.writeStringField("released", export.released().toString());
    to.writeEndObject();
  }

  private static void writeFolder(Export export, String folder, JsonGenerator to)
      throws IOException {
    to.writeArrayFieldStart(folder);
    for (Dossier dossier : export.catalog().dossiers()) {
      if (SubjectFile.folder(dossier.subject()).equals(folder)) {
        write(dossier, to);
      }
    }
    to.writeEndArray();
  }

  private static void write(Dossier dossier, JsonGenerator to) throws IOException {
    to.writeStartObject();
    writeFields(ExactForm.of(dossier.subject()), to);
    if (!dossier.claims().isEmpty()) {
      to.writeArrayFieldStart("claims");
      for (var claim : dossier.claims()) {
        write(ExactForm.of(claim), to);
      }
      to.writeEndArray();
    }
    if (!dossier.verdicts().isEmpty()) {
      to.writeArrayFieldStart("verdicts");
      for (var verdict : dossier.verdicts()) {
        write(ExactForm.of(verdict), to);
      }
      to.writeEndArray();
    }
    to.writeEndObject();
  }

  private static void write(Map<String, Object> fields, JsonGenerator to) throws IOException {
    to.writeStartObject();
    writeFields(fields, to);
    to.writeEndObject();
  }

  private static void writeFields(Map<String, Object> fields, JsonGenerator to) throws IOException {
    for (Map.Entry<String, Object> field : fields.entrySet()) {
      to.writeFieldName(field.getKey());
      switch (field.getValue()) {
        case BigDecimal number -> to.writeNumber(number);
        case List<?> texts -> writeList(texts, to);
        case Object text -> to.writeString(text.toString());
      }
    }
  }

  private static void writeList(List<?> texts, JsonGenerator to) throws IOException {
    to.writeStartArray();
    for (Object text : texts) {
      to.writeString(text.toString());
    }
    to.writeEndArray();
  }
}
