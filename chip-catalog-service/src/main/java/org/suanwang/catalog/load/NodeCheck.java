package org.suanwang.catalog.load;

import java.util.List;
import java.util.Map;
import org.suanwang.catalog.check.Violation;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * What every text of a file that was sent in must keep: no control characters, no halves of
 * characters, no anchors, and the lengths that the database takes.
 */
final class NodeCheck {
  private static final int LENGTH_MAX = 500;

  /** Where the database takes more, or less. */
  private static final Map<String, Integer> LENGTHS =
      Map.ofEntries(
          Map.entry("publisher", 300),
          Map.entry("name", 300),
          Map.entry("url", 2000),
          Map.entry("qualifier", 1000),
          Map.entry("place", 300),
          Map.entry("row", 300),
          Map.entry("column", 300),
          Map.entry("why", 1000),
          Map.entry("method", 1000),
          Map.entry("rule", 1000),
          Map.entry("derived", 1000),
          Map.entry("estimated", 1000),
          Map.entry("measured", 1000),
          Map.entry("note", 10_000),
          Map.entry("recordedBy", 300));

  private final String file;
  private final List<Violation> violations;

  NodeCheck(String file, List<Violation> violations) {
    this.file = file;
    this.violations = violations;
  }

  /** Notes what any text below the node breaks. */
  void check(Node root) {
    check(root, "(whole)");
  }

  private void check(Node node, String field) {
    if (node.getAnchor() != null) {
      violate(node, field, node.getAnchor(), "anchors and aliases are not read", "write it out");
      return;
    }
    switch (node) {
      case ScalarNode scalar -> check(scalar, field);
      case SequenceNode sequence -> sequence.getValue().forEach(item -> check(item, field));
      case MappingNode mapping -> {
        for (NodeTuple tuple : mapping.getValue()) {
          String name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : field;
          check(tuple.getKeyNode(), field);
          check(tuple.getValueNode(), name);
        }
      }
      default -> violate(node, field, "", "must be a text, a list or a mapping", "mend it");
    }
  }

  private void check(ScalarNode scalar, String field) {
    String text = scalar.getValue();
    int lengthMax = LENGTHS.getOrDefault(field, LENGTH_MAX);
    if (text.length() > lengthMax) {
      violate(scalar, field, text, "must have at most " + lengthMax + " characters", "shorten it");
    }
    if (!isPlain(text)) {
      violate(
          scalar,
          field,
          "",
          "must hold no control characters and no halves of characters",
          "take them out; line ends are \\n");
    }
  }

  /** Whether a text can be stored and written again: as in bodies of other calls. */
  static boolean isPlain(String text) {
    return text.codePoints()
        .noneMatch(
            c ->
                (Character.isISOControl(c) && c != '\n' && c != '\t')
                    || (c <= Character.MAX_VALUE && Character.isSurrogate((char) c)));
  }

  private void violate(Node node, String field, String value, String rule, String remedy) {
    int line = node.getStartMark().getLine() + 1;
    violations.add(new Violation(file + ":" + line + " " + field, value, rule, remedy));
  }
}
