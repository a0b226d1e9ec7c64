package org.suanwang.catalog.load;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.check.Violation;
import org.suanwang.catalog.measure.Decimals;
import org.suanwang.catalog.provenance.PartialDate;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A mapping of a YAML file that knows its lines. What is wrong is noted with file and line, and
 * reading goes on with a stand-in, so that one run finds everything.
 */
final class YamlMap {
  private static final int NUMBER_LENGTH_MAX = 60;
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d{1,2})?");
  private static final Pattern DATE = Pattern.compile("\\d{4}(-\\d{2}){0,2}");

  private final String file;
  private final int line;
  private final Map<String, Node> fields = new LinkedHashMap<>();
  private final List<Violation> violations;

  YamlMap(String file, Node node, List<Violation> violations) {
    this.file = file;
    this.line = node.getStartMark().getLine() + 1;
    this.violations = violations;
    if (!(node instanceof MappingNode mapping)) {
      violate(node, "", "a mapping must stand here", "write name: value pairs");
      return;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode s ? s.getValue() : "(no name)";
      if (isNull(tuple.getValueNode())) {
        continue;
      }
      if (fields.put(key, tuple.getValueNode()) != null) {
        violate(tuple.getKeyNode(), key, "a name must stand once", "remove one");
      }
    }
  }

  /** The text of a node; empty when there is none, or it is a list or a mapping. */
  static String scalar(@Nullable Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  /** A field that is null is a field that is left out; one where nothing stands is a mistake. */
  private static boolean isNull(Node node) {
    return node instanceof ScalarNode scalar
        && scalar.getTag().equals(Tag.NULL)
        && !scalar.getValue().isEmpty();
  }

  /** Notes every field that is not one of these. */
  YamlMap allow(String... names) {
    Set<String> allowed = Set.of(names);
    fields.forEach(
        (name, node) -> {
          if (!allowed.contains(name)) {
            violate(node, name, "the name must be known", "use one of " + Arrays.toString(names));
          }
        });
    return this;
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  /** Whether a field is a single text, no mapping and no list. */
  boolean isText(String name) {
    return fields.get(name) instanceof ScalarNode;
  }

  /** A mapping without fields, at the same place. */
  YamlMap none() {
    return new YamlMap(file, line, violations);
  }

  Set<String> names() {
    return fields.keySet();
  }

  Optional<String> findText(String name) {
    Node node = fields.get(name);
    if (node == null) {
      return Optional.empty();
    }
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return Optional.of(scalar.getValue());
    }
    violate(node, name, "a text must stand here", "write one, or leave the name out");
    return Optional.empty();
  }

  /** A text as it stands, even an empty one. */
  Optional<String> findExact(String name) {
    Node node = fields.get(name);
    return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : findText(name);
  }

  /** The same, where one is due. */
  String exact(String name) {
    return has(name) ? findExact(name).orElse("?") : text(name);
  }

  /** A number that is small and short enough to be kept. */
  BigDecimal number(String name) {
    String text = text(name);
    if (text.length() <= NUMBER_LENGTH_MAX && NUMBER.matcher(text).matches()) {
      BigDecimal number = new BigDecimal(text);
      if (Decimals.isWithinLimits(number)) {
        return number;
      }
    }
    violate(
        name,
        text,
        "a number of at most 9 decimals within \u00b1"
            + Decimals.MAX.toPlainString()
            + " must stand here",
        "write it as 989.4");
    return BigDecimal.ONE;
  }

  String text(String name) {
    if (!has(name)) {
      missing(name);
    }
    return findText(name).orElse("?");
  }

  LocalDate date(String name) {
    return date(name, LocalDate::parse, "write it as 2024-03-26").orElse(LocalDate.EPOCH);
  }

  /** As much of a date as is known. */
  PartialDate partialDate(String name) {
    return date(name, PartialDate::parse, "write it as 2024-03-26, or 2024-03, or 2024")
        .orElse(PartialDate.of(LocalDate.EPOCH));
  }

  private <D> Optional<D> date(String name, Function<String, D> parse, String remedy) {
    String text = text(name);
    try {
      if (DATE.matcher(text).matches()) {
        return Optional.of(parse.apply(text));
      }
    } catch (DateTimeParseException e) {
      // Told below, like what has not the form of a date.
    }
    violate(name, text, "a date that exists must stand here", remedy);
    return Optional.empty();
  }

  <E extends Enum<E>> E constant(String name, Class<E> type) {
    E[] all = type.getEnumConstants();
    String text = text(name);
    for (E constant : all) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    violate(name, text, "the value must be known", "use one of " + Arrays.toString(all));
    return all[0];
  }

  YamlMap map(String name) {
    Node node = fields.get(name);
    if (node == null) {
      missing(name);
      return new YamlMap(file, line, violations);
    }
    return new YamlMap(file, node, violations);
  }

  private YamlMap(String file, int line, List<Violation> violations) {
    this.file = file;
    this.line = line;
    this.violations = violations;
  }

  List<YamlMap> maps(String name) {
    List<YamlMap> maps = new ArrayList<>();
    items(name).forEach(item -> maps.add(new YamlMap(file, item, violations)));
    return maps;
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Node item : items(name)) {
      if (item instanceof ScalarNode scalar && !isNull(item)) {
        texts.add(scalar.getValue());
      } else {
        violate(item, name, "a text must stand here", "write a list of texts");
      }
    }
    return texts;
  }

  private List<Node> items(String name) {
    Node node = fields.get(name);
    if (node == null) {
      return List.of();
    }
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    violate(node, name, "a list must stand here", "write - before each item");
    return List.of();
  }

  /** Notes that the value of a field breaks a rule. */
  void violate(String name, String value, String rule, String remedy) {
    Node node = fields.get(name);
    int at = node == null ? line : node.getStartMark().getLine() + 1;
    violations.add(new Violation(file + ":" + at + " " + name, value, rule, remedy));
  }

  private void violate(Node node, String name, String rule, String remedy) {
    int at = node.getStartMark().getLine() + 1;
    String value = node instanceof ScalarNode scalar ? scalar.getValue() : "";
    violations.add(new Violation(file + ":" + at + " " + name, value, rule, remedy));
  }

  private void missing(String name) {
    violations.add(
        new Violation(file + ":" + line + " " + name, "", "the name must be given", "add it"));
  }
}
