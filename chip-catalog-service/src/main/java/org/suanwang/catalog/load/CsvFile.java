package org.suanwang.catalog.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.suanwang.catalog.catalog.CanonicalForm;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.check.Suggestion;
import org.suanwang.catalog.check.Violation;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads the catalogue's own table into the tree of a package in one file, so that both are read by
 * the same rules. Rows may stand in any order.
 */
final class CsvFile {
  private static final int HASH_DIGITS_IN_VERSION = 12;

  private final String file;
  private final List<Violation> violations;
  private final List<Node> sources = new ArrayList<>();
  private final Map<String, Group> subjects = new LinkedHashMap<>();

  private CsvFile(String file, List<Violation> violations) {
    this.file = file;
    this.violations = violations;
  }

  /** A subject's row, and the rows about it. */
  private static final class Group {
    private final Mark at;
    private final Map<String, Node> fields = new LinkedHashMap<>();
    private final List<Node> claims = new ArrayList<>();
    private final List<Node> verdicts = new ArrayList<>();
    private String folder = "systems";

    Group(String id, Mark at) {
      this.at = at;
      fields.put("id", Nodes.text(id, at));
    }

    Node node() {
      fields.put("claims", Nodes.list(claims, at));
      fields.put("verdicts", Nodes.list(verdicts, at));
      return Nodes.map(fields, at);
    }
  }

  static Optional<Node> compose(
      String file, String text, String released, List<Violation> violations) {
    Optional<CsvTable> table = CsvTable.read(file, text, violations);
    return table.flatMap(t -> new CsvFile(file, violations).compose(t, text, released));
  }

  private Optional<Node> compose(CsvTable table, String text, String released) {
    int before = violations.size();
    requireColumns(table.columns());
    requireRoom(table);
    if (violations.size() > before) {
      return Optional.empty();
    }
    table.rows().forEach(row -> read(table.columns(), row));
    Mark top = Nodes.at(1);
    Map<String, Node> tree = new LinkedHashMap<>();
    tree.put("package", head(text, released, top));
    tree.put("sources", Nodes.list(sources, top));
    for (String folder : SubjectFile.FOLDERS) {
      List<Node> nodes =
          subjects.values().stream().filter(g -> g.folder.equals(folder)).map(Group::node).toList();
      tree.put(folder, Nodes.list(nodes, top));
    }
    return Optional.of(Nodes.map(tree, top));
  }

  /** A table does not say what it is; what it holds tells it from others. */
  private static Node head(String text, String released, Mark at) {
    Map<String, Node> head = new LinkedHashMap<>();
    String version = CanonicalForm.sha256(text).substring(0, HASH_DIGITS_IN_VERSION);
    head.put("id", Nodes.text("table", at));
    head.put("version", Nodes.text(version, at));
    head.put("title", Nodes.text("A table of claims", at));
    head.put("licence", Nodes.text("as its sources say", at));
    head.put("released", Nodes.text(released, at));
    return Nodes.map(head, at);
  }

  private void requireRoom(CsvTable table) {
    long cells =
        table.rows().stream()
            .mapToLong(row -> row.cells().stream().filter(c -> !c.isEmpty()).count())
            .sum();
    if (2 * cells > Nodes.COUNT_MAX) {
      violations.add(new Violation(file, "", Nodes.TOO_MANY, "send the table in several parts"));
    }
  }

  private void requireColumns(List<String> columns) {
    if (columns.isEmpty() || !columns.getFirst().equals(CsvColumns.RECORD)) {
      String first = columns.isEmpty() ? "" : columns.getFirst();
      String remedy =
          first.equals(EpochColumns.NAME)
              ? "this is Epoch's table: send it with ?format=epoch"
              : "see docs/import-export.md for the columns";
      violations.add(
          new Violation(file + ":1", first, "the first column must be \"record\"", remedy));
      return;
    }
    for (String column : columns) {
      if (!CsvColumns.ALL.contains(column)) {
        violations.add(
            new Violation(
                file + ":1 " + column,
                column,
                "the column must be known",
                Suggestion.remedy(
                    column, CsvColumns.ALL, "use " + String.join(", ", CsvColumns.ALL))));
      }
    }
  }

  private void read(List<String> columns, CsvTable.Row row) {
    Mark at = Nodes.at(row.line());
    Map<String, Node> fields = new LinkedHashMap<>();
    for (int i = 1; i < columns.size(); i++) {
      String cell = row.cells().get(i);
      if (!cell.isEmpty()) {
        fields.put(columns.get(i), node(row.line(), columns.get(i), cell));
      }
    }
    switch (row.cells().getFirst()) {
      case "source" -> sources.add(Nodes.map(fields, at));
      case "subject" -> readSubject(row, fields);
      case "claim" ->
          group(row, "claimId", fields).ifPresent(g -> g.claims.add(Nodes.map(fields, at)));
      case "verdict" ->
          group(row, "claim", fields).ifPresent(g -> g.verdicts.add(Nodes.map(fields, at)));
      default ->
          violate(
              row,
              CsvColumns.RECORD,
              row.cells().getFirst(),
              "must be source, subject, claim or verdict",
              "say which of them the row is");
    }
  }

  private Node node(long line, String column, String cell) {
    Mark at = Nodes.at(line);
    if (!CsvColumns.LISTS.contains(column)) {
      return Nodes.text(
          CsvColumns.NUMBERS.contains(column) ? cell.strip() : CsvColumns.unguarded(cell), at);
    }
    List<Violation> wrong = new ArrayList<>();
    Optional<Node> list = JsonFile.compose(file, cell, wrong);
    if (wrong.isEmpty() && list.isPresent() && list.get() instanceof SequenceNode sequence) {
      return Nodes.list(sequence.getValue(), at);
    }
    violations.add(
        new Violation(
            file + ":" + line + " " + column,
            cell,
            "must be a list of texts",
            "write [\"one\",\"another\"]"));
    return Nodes.list(List.of(), at);
  }

  private void readSubject(CsvTable.Row row, Map<String, Node> fields) {
    Optional<Group> found = group(row, "id", fields);
    if (found.isEmpty()) {
      return;
    }
    Group group = found.get();
    Node kind = fields.remove("kind");
    String folder = CsvColumns.FOLDERS.get(YamlMap.scalar(kind));
    if (folder == null) {
      violate(
          row,
          "kind",
          YamlMap.scalar(kind),
          "must be a kind of subject",
          "use one of " + CsvColumns.FOLDERS.keySet().stream().sorted().toList());
      return;
    }
    if (group.fields.size() > 1) {
      violate(
          row, "id", YamlMap.scalar(fields.get("id")), "a subject id must be given once", "rename");
    }
    group.folder = folder;
    group.fields.putAll(fields);
  }

  /** The rows about the subject that a cell names, by its id or by the id of a claim about it. */
  private Optional<Group> group(CsvTable.Row row, String column, Map<String, Node> fields) {
    Node id = fields.get(column);
    if (id == null) {
      violate(row, column, "", "must be given", "add it");
      return Optional.empty();
    }
    String subject = Catalog.subjectOf(YamlMap.scalar(id));
    return Optional.of(subjects.computeIfAbsent(subject, s -> new Group(s, Nodes.at(row.line()))));
  }

  private void violate(CsvTable.Row row, String column, String value, String rule, String remedy) {
    violations.add(new Violation(file + ":" + row.line() + " " + column, value, rule, remedy));
  }
}
