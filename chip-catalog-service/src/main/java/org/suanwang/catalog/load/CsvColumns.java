package org.suanwang.catalog.load;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The columns of the catalogue's own table; their names are those of the fields in YAML. */
final class CsvColumns {
  /** What a row is: source, subject, claim or verdict. */
  static final String RECORD = "record";

  static final List<String> ALL =
      List.of(
          RECORD,
          "id",
          "kind",
          "name",
          "aliases",
          "vendor",
          "scope",
          "country",
          "title",
          "publisher",
          "date",
          "accessed",
          "url",
          "licence",
          "readThrough",
          "claimId",
          "attribute",
          "quantity",
          "value",
          "relation",
          "low",
          "high",
          "unit",
          "text",
          "reason",
          "printed",
          "qualifier",
          "source",
          "place",
          "row",
          "column",
          "asOf",
          "tier",
          "basis",
          "corrects",
          "why",
          "method",
          "rule",
          "inputs",
          "estimateLow",
          "estimateHigh",
          "claim",
          "status",
          "note",
          "recordedBy",
          "recordedOn");

  /** Columns whose cells hold several texts, as a JSON array. */
  static final Set<String> LISTS = Set.of("aliases", "inputs");

  /** Columns whose cells hold numbers, which may begin with a minus. */
  static final Set<String> NUMBERS = Set.of("value", "low", "high", "estimateLow", "estimateHigh");

  /** The kinds of subjects, and where subjects of the kind stand in a package. */
  static final Map<String, String> FOLDERS =
      Map.of(
          "ACCELERATOR", "accelerators",
          "VENDOR", "vendors",
          "SYSTEM", "systems",
          "SOFTWARE_STACK", "software-stacks",
          "AI_MODEL", "ai-models",
          "INTERCONNECT", "interconnects",
          "POLICY", "policies");

  /**
   * What spreadsheets take for a formula when a cell begins with it, and the apostrophe that keeps
   * them from it.
   */
  private static final String GUARDED = "'=+-@\t\n";

  private CsvColumns() {}

  /**
   * A text as a cell. An empty cell is no text at all, so that an empty text is a lone apostrophe.
   */
  static String guarded(String text) {
    return text.isEmpty() || GUARDED.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  /** The text of a cell that is not empty. */
  static String unguarded(String cell) {
    return cell.startsWith("'") ? cell.substring(1) : cell;
  }
}
