package org.suanwang.catalog.load;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Attribute;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Attribute.Throughput;
import org.suanwang.catalog.accelerator.CellStatus;
import org.suanwang.catalog.accelerator.Circuit;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Precision;
import org.suanwang.catalog.accelerator.Scope;
import org.suanwang.catalog.accelerator.Sparsity;
import org.suanwang.catalog.accelerator.Verdict;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.measure.QuantityReader;
import org.suanwang.catalog.provenance.Basis;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.DateKind;
import org.suanwang.catalog.provenance.Locator;
import org.suanwang.catalog.provenance.PartialDate;
import org.suanwang.catalog.provenance.Recorded;
import org.suanwang.catalog.provenance.Source;
import org.suanwang.catalog.provenance.Tier;

/** One accelerator's file: who it is, the printed cells about it, and the other claims. */
final class AcceleratorFile {
  private final YamlMap map;
  private final Recorded recorded;
  private final List<Source> sources;
  private final Accelerator accelerator;

  AcceleratorFile(YamlMap map, Recorded recorded, List<Source> sources) {
    this.map = map.allow("id", "name", "aliases", "vendor", "scope", "figures", "claims");
    this.recorded = recorded;
    this.sources = sources;
    this.accelerator =
        new Accelerator(
            map.text("id"),
            map.text("name"),
            map.texts("aliases"),
            map.text("vendor"),
            map.constant("scope", Scope.class));
  }

  Accelerator accelerator() {
    return accelerator;
  }

  void readClaims(List<Claim<Fact>> claims, List<Verdict> verdicts) {
    for (YamlMap figure : map.maps("figures")) {
      figure.allow("source", "place", "row", "cells");
      YamlMap cells = figure.map("cells");
      cells.names().forEach(column -> readCell(figure, cells, column, claims, verdicts));
    }
    map.maps("claims").forEach(claim -> claims.add(claim(claim)));
  }

  private void readCell(
      YamlMap figure,
      YamlMap cells,
      String column,
      List<Claim<Fact>> claims,
      List<Verdict> verdicts) {
    YamlMap cell =
        cells.map(column).allow("printed", "blank", "precision", "qualifier", "status", "note");
    Source source = source(figure);
    String id = claimId(figure.text("place").replace(' ', '-') + "." + slug(column));
    Fact fact = new Fact(cellAttribute(cells, cell, column), cellQuantity(cell, column));
    claims.add(
        new Claim<>(
            id,
            accelerator.id(),
            fact,
            cell.findText("printed").orElse(null),
            cell.findText("qualifier").orElse(null),
            source.id(),
            new Locator(figure.text("place"), figure.text("row"), column),
            source.date(),
            source.tier(),
            new Basis.Reported(),
            recorded));
    verdicts.add(
        new Verdict(
            id, cell.constant("status", CellStatus.class), cell.findText("note").orElse(null)));
  }

  private static String slug(String column) {
    return column.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
  }

  private String claimId(String key) {
    return accelerator.id() + "." + key;
  }

  /** The columns of the figures, by the names that this catalogue gives them. */
  private Attribute cellAttribute(YamlMap cells, YamlMap cell, String column) {
    return switch (column) {
      case "model" -> Plain.NAME;
      case "scenario" -> Plain.SCENARIO;
      case "process" -> Plain.PROCESS;
      case "TDP" -> Plain.POWER;
      case "mem_bw" -> Plain.MEMORY_BANDWIDTH;
      case "memory" -> Plain.MEMORY_CAPACITY;
      case "INT8", "FP16", "FP32", "FP64" -> {
        Precision printed =
            cell.has("precision")
                ? cell.constant("precision", Precision.class)
                : Precision.valueOf(column);
        yield new Throughput(printed, Sparsity.UNSTATED, Circuit.UNSTATED, accelerator.scope());
      }
      default -> {
        cells.violate(column, column, "the column must be known", "see docs/data-packages.md");
        yield Plain.NAME;
      }
    };
  }

  private static Quantity cellQuantity(YamlMap cell, String column) {
    if (cell.has("blank")) {
      return new Quantity.Unknown(cell.constant("blank", Quantity.Reason.class));
    }
    String printed = cell.text("printed");
    if (List.of("model", "scenario", "process").contains(column)) {
      return new Quantity.Text(printed);
    }
    if (printed.endsWith("*") && !cell.has("qualifier")) {
      cell.violate("printed", printed, "a footnote must be kept", "add it as qualifier");
    }
    return readQuantity(cell, "printed", printed);
  }

  private static Quantity readQuantity(YamlMap in, String field, String printed) {
    Optional<Quantity> quantity = QuantityReader.find(printed);
    if (quantity.isEmpty()) {
      in.violate(
          field, printed, "it must read as a quantity", "mend it, or say blank: LOST or text: …");
    }
    return quantity.orElse(new Quantity.Unknown(Quantity.Reason.LOST));
  }

  private Claim<Fact> claim(YamlMap claim) {
    claim.allow(
        "id",
        "attribute",
        "sparsity",
        "circuit",
        "scope",
        "says",
        "printed",
        "text",
        "qualifier",
        "source",
        "place",
        "row",
        "column",
        "asOf",
        "corrects",
        "why",
        "derived",
        "inputs",
        "estimated");
    Source source = source(claim);
    return new Claim<>(
        claimId(claim.text("id")),
        accelerator.id(),
        new Fact(attribute(claim), quantity(claim)),
        claim.findText("printed").orElse(null),
        claim.findText("qualifier").orElse(null),
        source.id(),
        new Locator(
            claim.text("place"),
            claim.findText("row").orElse(null),
            claim.findText("column").orElse(null)),
        claim.has("asOf") ? claim.partialDate("asOf") : source.date(),
        source.tier(),
        basis(claim),
        recorded);
  }

  private Source source(YamlMap in) {
    String id = in.text("source");
    return sources.stream()
        .filter(s -> s.id().equals(id))
        .findFirst()
        .orElseGet(
            () -> {
              in.violate("source", id, "the source must be listed before", "add sources/" + id);
              return new Source(
                  id,
                  id,
                  id,
                  Tier.MACHINE_WRITTEN,
                  PartialDate.of(LocalDate.EPOCH),
                  DateKind.ACCESSED,
                  null,
                  null,
                  null);
            });
  }

  private Attribute attribute(YamlMap claim) {
    Optional<Plain> plain = Plain.find(claim.text("attribute"));
    if (plain.isPresent()) {
      return plain.get();
    }
    return new Throughput(
        claim.constant("attribute", Precision.class),
        claim.constant("sparsity", Sparsity.class),
        claim.constant("circuit", Circuit.class),
        claim.has("scope") ? claim.constant("scope", Scope.class) : accelerator.scope());
  }

  private static Quantity quantity(YamlMap claim) {
    return claim.has("text")
        ? new Quantity.Text(claim.text("text"))
        : readQuantity(claim, "says", claim.text("says"));
  }

  private Basis basis(YamlMap claim) {
    if (claim.has("corrects")) {
      return new Basis.Corrected(claimId(claim.text("corrects")), claim.text("why"));
    }
    if (claim.has("derived")) {
      return new Basis.Derived(claim.text("derived"), claim.texts("inputs"));
    }
    if (claim.has("estimated") && quantity(claim) instanceof Quantity.Range range) {
      return new Basis.Estimated(claim.text("estimated"), range.low(), range.high());
    }
    return new Basis.Reported();
  }
}
