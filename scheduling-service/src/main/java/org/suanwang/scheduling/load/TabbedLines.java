package org.suanwang.scheduling.load;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.function.Consumer;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.check.InvalidInputException;

/** Reads lines of fields between tabs that have no header: how many there are tells which. */
final class TabbedLines extends TraceEntry {
  private final Findings findings = new Findings();
  private final List<List<String>> forms;
  private List<String> names = List.of();
  private String[] fields = {};
  private String where = "line 0";

  /**
   * Lines of one of these forms.
   *
   * @param forms names of the fields in order; no two forms have equally many
   */
  TabbedLines(List<List<String>> forms) {
    this.forms = List.copyOf(forms);
  }

  /**
   * Hands over each line that is not blank.
   *
   * @throws InvalidInputException naming every bad line
   */
  void read(Reader from, Consumer<TraceEntry> each) {
    TextLines lines = new TextLines(from);
    try {
      for (String line = lines.next(); line != null && !findings.isFull(); line = lines.next()) {
        where = lines.where();
        if (!line.isBlank()) {
          split(line, each);
        }
      }
    } catch (IOException e) {
      UnreadableTextException.note(e, "after " + where, findings);
    }
    findings.throwIfAny();
  }

  private void split(String line, Consumer<TraceEntry> each) {
    fields = (line.endsWith("\r") ? line.substring(0, line.length() - 1) : line).split("\t", -1);
    List<List<String>> fitting = forms.stream().filter(f -> f.size() == fields.length).toList();
    if (fitting.isEmpty()) {
      findings.add(
          where,
          fields.length + " fields",
          "must have "
              + forms.stream().map(f -> f.size() + " (" + String.join(", ", f) + ")").toList(),
          "mend the line; fields stand between tabs");
      return;
    }
    names = fitting.getFirst();
    each.accept(this);
  }

  @Override
  boolean has(String field) {
    return names.contains(field);
  }

  @Override
  String text(String field) {
    int index = names.indexOf(field);
    return index < 0 ? "" : fields[index].strip();
  }

  @Override
  void refuse(String field, String value, String rule) {
    findings.add(where + ", " + field, value, rule, "mend the line");
  }

  @Override
  String name(String field, int lengthMax) {
    return findings.name(where + ", " + field, text(field), lengthMax);
  }

  @Override
  String where() {
    return where;
  }
}
