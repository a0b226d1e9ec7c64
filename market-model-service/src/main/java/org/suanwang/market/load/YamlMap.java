package org.suanwang.market.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.PlainText;
import org.suanwang.market.check.Violation;
import org.suanwang.market.model.Suggestion;
import org.suanwang.market.parameter.Origin;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A mapping of a document, read field by field; every fault is noted with its file and line, and
 * reading goes on, so that all faults of a document are told at once.
 */
final class YamlMap {
  /** Stands in for what could not be read; the noted fault keeps it from ever being used. */
  static final String MISSING = "?";

  private static final int TEXT_LENGTH_MAX = 4000;

  private final String file;
  private final int line;
  private final String path;
  private final Map<String, Node> fields = new LinkedHashMap<>();
  private final Set<String> asked = new HashSet<>();
  private final List<Violation> violations;

  YamlMap(String file, Node node, List<Violation> violations) {
    this(file, "", node, violations);
  }

  /** One that stands inside another; {@code path} leads to it. */
  private YamlMap(String file, String path, Node node, List<Violation> violations) {
    this.file = file;
    this.path = path;
    this.line = node.getStartMark().getLine() + 1;
    this.violations = violations;
    if (node instanceof MappingNode mapping) {
      putAll(mapping);
    } else {
      violations.add(
          new Violation(
              (file + ":" + line + " " + path).strip(),
              "",
              "must be a mapping of names to values",
              "write \"name: value\" lines"));
    }
  }

  private void putAll(MappingNode mapping) {
    mapping.getValue().forEach(this::put);
  }

  /** An empty mapping in place of a missing one; its own faults are of no interest. */
  private YamlMap(String file, int line) {
    this.file = file;
    this.path = "";
    this.line = line;
    this.violations = new ArrayList<>();
  }

  private void put(NodeTuple tuple) {
    int at = tuple.getKeyNode().getStartMark().getLine() + 1;
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      fault(at, "", "a name must be a plain text", "write \"name: value\"");
    } else if (fields.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
      fault(at, key.getValue(), "the name stands twice", "remove one of the two");
    }
  }

  Origin origin() {
    return new Origin(file, line, path);
  }

  private Origin origin(Node node) {
    return new Origin(file, node.getStartMark().getLine() + 1);
  }

  /** A text that must be there. */
  String text(String name) {
    String text = textOrNull(name);
    if (text == null || text.isBlank()) {
      fault(lineOf(name), name, "is missing", "add \"" + name + ": …\"");
      return MISSING;
    }
    return text;
  }

  @Nullable String textOrNull(String name) {
    Node node = take(name);
    if (node == null) {
      return null;
    }
    if (!(node instanceof ScalarNode scalar)) {
      fault(lineOf(name), name, "must be a text", "write \"" + name + ": …\" on one line");
      return MISSING;
    }
    checkText(lineOf(name), name, scalar.getValue());
    return scalar.getValue().strip();
  }

  private void checkText(int at, String name, String text) {
    if (text.length() > TEXT_LENGTH_MAX) {
      fault(at, name, "is longer than 4000 characters", "shorten it");
    }
    if (!PlainText.holds(text)) {
      fault(at, name, "must hold no control characters", "leave them out");
    }
  }

  /** A text turned into something else; what the reader throws is noted as a fault. */
  <T> T read(String name, T otherwise, Function<String, T> reader) {
    String text = text(name);
    return text.equals(MISSING) ? otherwise : convert(name, text, otherwise, reader);
  }

  <T> T readOr(String name, T otherwise, Function<String, T> reader) {
    String text = textOrNull(name);
    return text == null || text.equals(MISSING)
        ? otherwise
        : convert(name, text, otherwise, reader);
  }

  private <T> T convert(String name, String text, T otherwise, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (RuntimeException e) {
      violations.add(
          new Violation(
              file + ":" + lineOf(name) + " " + pathOf(name),
              text,
              String.valueOf(e.getMessage()),
              "mend the value"));
      return otherwise;
    }
  }

  <E extends Enum<E>> E choose(String name, Class<E> type, @Nullable E otherwise) {
    E first = type.getEnumConstants()[0];
    Function<String, E> reader = text -> choice(text, type);
    return otherwise == null ? read(name, first, reader) : readOr(name, otherwise, reader);
  }

  private static <E extends Enum<E>> E choice(String text, Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    throw new IllegalArgumentException("must be one of " + List.of(type.getEnumConstants()));
  }

  @Nullable YamlMap mapOrNull(String name) {
    Node node = take(name);
    return node == null ? null : new YamlMap(file, pathOf(name), node, violations);
  }

  /** A mapping that must be there; an empty one stands in for it, so that reading goes on. */
  YamlMap map(String name) {
    YamlMap map = mapOrNull(name);
    if (map == null) {
      fault(line, name, "is missing", "add \"" + name + ":\" with its fields");
      return new YamlMap(file, line);
    }
    return map;
  }

  List<YamlMap> maps(String name) {
    var maps = new ArrayList<YamlMap>();
    for (Node node : nodes(name)) {
      maps.add(new YamlMap(file, item(name, maps.size()), node, violations));
    }
    return maps;
  }

  List<String> texts(String name) {
    var texts = new ArrayList<String>();
    for (Node node : nodes(name)) {
      if (node instanceof ScalarNode scalar) {
        checkText(origin(node).line(), name, scalar.getValue());
        texts.add(scalar.getValue().strip());
      } else {
        fault(origin(node).line(), name, "must be a list of texts", "write \"- text\" lines");
      }
    }
    return texts;
  }

  private List<Node> nodes(String name) {
    Node node = take(name);
    if (node == null) {
      return List.of();
    }
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    fault(lineOf(name), name, "must be a list", "write \"- …\" lines under it");
    return List.of();
  }

  Collection<String> names() {
    return List.copyOf(fields.keySet());
  }

  /** Notes every field that nobody asked for: a misspelt field must not be silently left out. */
  void refuseOthers() {
    for (String name : fields.keySet()) {
      if (!asked.contains(name)) {
        fault(
            lineOf(name),
            name,
            "is not known here",
            Suggestion.remedy(name, asked, "use one of " + asked.stream().sorted().toList()));
      }
    }
  }

  void fault(String name, String value, String rule, String remedy) {
    violations.add(
        new Violation(file + ":" + lineOf(name) + " " + pathOf(name), value, rule, remedy));
  }

  /** The path of a field of this mapping. */
  private String pathOf(String name) {
    return path.isEmpty() || name.isEmpty() ? path + name : path + "." + name;
  }

  private String item(String name, int index) {
    return pathOf(name) + "[" + index + "]";
  }

  private void fault(int at, String name, String rule, String remedy) {
    violations.add(
        new Violation((file + ":" + at + " " + pathOf(name)).strip(), shown(name), rule, remedy));
  }

  private String shown(String name) {
    return fields.get(name) instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  private @Nullable Node take(String name) {
    asked.add(name);
    return fields.get(name);
  }

  private int lineOf(String name) {
    Node node = fields.get(name);
    return node == null ? line : node.getStartMark().getLine() + 1;
  }
}
