package org.suanwang.catalog.load;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.accelerator.AttributeKey;
import org.suanwang.catalog.accelerator.CellStatus;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.accelerator.Verdict;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Locator;
import org.suanwang.catalog.provenance.Source;

/** The printed cells of a figure: each becomes a reported claim, or several, with a verdict. */
final class FigureCells {
  /** The columns of the report's figure 5, by the names that this catalogue gives them. */
  private static final Map<String, Plain> COLUMNS =
      Map.of(
          "model", Plain.NAME,
          "scenario", Plain.SCENARIO,
          "process", Plain.PROCESS,
          "TDP", Plain.POWER,
          "mem_bw", Plain.MEMORY_BANDWIDTH,
          "memory", Plain.MEMORY_CAPACITY);

  private static final List<String> PEAKS = List.of("INT8", "FP16", "FP32", "FP64");

  private final SubjectContext context;
  private final List<Claim<Fact>> claims;
  private final List<Verdict> verdicts;

  FigureCells(SubjectContext context, List<Claim<Fact>> claims, List<Verdict> verdicts) {
    this.context = context;
    this.claims = claims;
    this.verdicts = verdicts;
  }

  void read(YamlMap figure) {
    figure.allow("source", "place", "row", "cells");
    YamlMap cells = figure.map("cells");
    for (String column : cells.names()) {
      YamlMap cell = cells.map(column);
      cell.allow(
          "printed",
          "blank",
          "precision",
          "attribute",
          "says",
          "claim",
          "qualifier",
          "status",
          "note");
      read(figure, column, cell);
    }
  }

  private void read(YamlMap figure, String column, YamlMap cell) {
    String place = figure.text("place").replace(' ', '-') + ".";
    if (cell.has("claim")) {
      addVerdict(context.claimId(cell.text("claim")), cell);
    } else if (cell.has("says")) {
      YamlMap parts = cell.map("says");
      for (String key : parts.names()) {
        Attribute attribute = context.attribute(parts, key, key);
        Quantity quantity = Printed.read(parts, key, parts.text(key), attribute);
        add(figure, column, cell, place + AttributeKey.slug(key), attribute, quantity);
      }
    } else {
      Attribute attribute = attribute(cell, column);
      String key = cell.has("attribute") ? AttributeKey.slug(cell.text("attribute")) : slug(column);
      add(figure, column, cell, place + key, attribute, quantity(cell, attribute));
    }
  }

  private static String slug(String column) {
    return column.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
  }

  private void add(
      YamlMap figure,
      String column,
      YamlMap cell,
      String id,
      Attribute attribute,
      Quantity quantity) {
    Source source = context.source(figure);
    var locator = new Locator(figure.text("place"), figure.text("row"), column);
    String printed = cell.findText("printed").orElse(null);
    claims.add(
        ClaimFields.claim(
            context,
            context.claimId(id),
            attribute,
            quantity,
            source,
            locator,
            source.date(),
            printed,
            cell));
    addVerdict(context.claimId(id), cell);
  }

  private void addVerdict(String claimId, YamlMap cell) {
    verdicts.add(
        new Verdict(
            claimId,
            cell.constant("status", CellStatus.class),
            cell.findText("note").orElse(null),
            context.recorded()));
  }

  private Attribute attribute(YamlMap cell, String column) {
    if (cell.has("attribute")) {
      return context.attribute(cell, "attribute", cell.text("attribute"));
    }
    Plain known = COLUMNS.get(column);
    if (known != null) {
      return known;
    }
    if (PEAKS.contains(column)) {
      Precision printed =
          cell.has("precision")
              ? cell.constant("precision", Precision.class)
              : Precision.valueOf(column);
      return new Throughput(printed, Sparsity.UNSTATED, Circuit.UNSTATED, context.scope());
    }
    cell.violate("attribute", column, "the column must be known", "say which attribute it is");
    return Plain.NAME;
  }

  private static Quantity quantity(YamlMap cell, Attribute attribute) {
    if (cell.has("blank")) {
      return new Quantity.Unknown(cell.constant("blank", Quantity.Reason.class));
    }
    String printed = cell.text("printed");
    if (!attribute.form().units().isEmpty() && printed.endsWith("*") && !cell.has("qualifier")) {
      cell.violate("printed", printed, "a footnote must be kept", "add it as qualifier");
    }
    return Printed.read(cell, "printed", printed, attribute);
  }
}
