package org.suanwang.catalog.load;

import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Makes the nodes that YAML files are read into, for files that are no YAML. */
final class Nodes {
  /**
   * As many names and values as a file may hold. In memory each takes some ten times its room in
   * the file, and a body that fills the memory would end the service.
   */
  static final int COUNT_MAX = 1_000_000;

  static final String TOO_MANY = "must hold at most " + COUNT_MAX + " names and values";

  private static final int[] NO_TEXT = {};

  private Nodes() {}

  /** A place, by its line counted from 1. */
  static Mark at(long line) {
    return new Mark("", 0, (int) line - 1, 0, NO_TEXT, 0);
  }

  static ScalarNode text(String text, Mark at) {
    return new ScalarNode(Tag.STR, text, at, at, ScalarStyle.DOUBLE_QUOTED);
  }

  static ScalarNode nothing(Mark at) {
    return new ScalarNode(Tag.NULL, "null", at, at, ScalarStyle.PLAIN);
  }

  static SequenceNode list(List<Node> items, Mark at) {
    return new SequenceNode(Tag.SEQ, true, items, at, at, FlowStyle.BLOCK);
  }

  static MappingNode map(List<NodeTuple> fields, Mark at) {
    return new MappingNode(Tag.MAP, true, fields, at, at, FlowStyle.BLOCK);
  }

  static MappingNode map(Map<String, Node> fields, Mark at) {
    return map(
        fields.entrySet().stream()
            .map(e -> new NodeTuple(text(e.getKey(), at), e.getValue()))
            .toList(),
        at);
  }
}
