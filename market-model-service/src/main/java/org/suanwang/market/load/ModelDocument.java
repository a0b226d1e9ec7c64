package org.suanwang.market.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.scenario.ModelLibrary;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;
import org.yaml.snakeyaml.serializer.Serializer;

/**
 * A model as the one document that it could be posted as, put together from its files. A model that
 * was posted as one document, and has no other file, is that text, to the byte.
 */
public final class ModelDocument implements ModelLibrary.Document {
  /** The lists of a document, each by the folder whose files hold its items. */
  private static final Map<String, String> LISTS =
      Map.of(
          "parameters", "parameters",
          "variables", "variables",
          "scenarios", "scenarios",
          "back-tests", "backTests");

  private static final int WIDTH = 120;
  private static final String WHOLE_NUMBER = "-?(0|[1-9]\\d{0,15})";

  private final List<SourceFile> files;
  private final Map<String, Node> fields = new LinkedHashMap<>();

  private ModelDocument(List<SourceFile> files) {
    this.files = files;
    files.forEach(this::add);
  }

  /** The document of files that make a model. */
  public static ModelDocument of(List<SourceFile> files) {
    return new ModelDocument(files);
  }

  private void add(SourceFile file) {
    MappingNode content = YamlDocument.require(file);
    String[] path = file.path().split("/", -1);
    String list = path.length > 1 ? LISTS.get(path[0]) : null;
    if (list != null) {
      items(list).add(path.length > 2 ? withTopic(content, path[1]) : content);
      return;
    }
    boolean fork = file.path().equals(ModelReader.FORK);
    for (NodeTuple field : content.getValue()) {
      String name = ((ScalarNode) field.getKeyNode()).getValue();
      boolean ofFiles = name.equals("files") || (fork && name.equals("of"));
      if (!ofFiles) {
        put(name, field.getValueNode());
      }
    }
  }

  /** The head may stand after the files that hold the items of its lists. */
  private void put(String name, Node value) {
    if (fields.get(name) instanceof SequenceNode there && value instanceof SequenceNode more) {
      there.getValue().addAll(0, more.getValue());
    } else {
      fields.put(name, value);
    }
  }

  private List<Node> items(String list) {
    Node node =
        fields.computeIfAbsent(
            list, _ -> new SequenceNode(Tag.SEQ, new ArrayList<>(), DumperOptions.FlowStyle.BLOCK));
    return ((SequenceNode) node).getValue();
  }

  /** In a package the folder is the topic. */
  private static MappingNode withTopic(MappingNode content, String topic) {
    boolean stated = content.getValue().stream().anyMatch(f -> isNamed(f, "topic"));
    if (!stated) {
      content.getValue().add(new NodeTuple(text("topic"), text(topic)));
    }
    return content;
  }

  private static boolean isNamed(NodeTuple field, String name) {
    return field.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name);
  }

  private static Node text(String text) {
    return new ScalarNode(Tag.STR, text, null, null, DumperOptions.ScalarStyle.PLAIN);
  }

  @Override
  public String yaml() {
    return files.size() == 1 ? files.getFirst().text() : written();
  }

  private String written() {
    var tuples = new ArrayList<NodeTuple>();
    fields.forEach((name, value) -> tuples.add(new NodeTuple(text(name), value)));
    var options = new DumperOptions();
    options.setWidth(WIDTH);
    options.setSplitLines(false);
    options.setAllowUnicode(true);
    var out = new StringWriter();
    var serializer = new Serializer(new Emitter(out, options), new Resolver(), options, null);
    try {
      serializer.open();
      serializer.serialize(new MappingNode(Tag.MAP, tuples, DumperOptions.FlowStyle.BLOCK));
      serializer.close();
    } catch (IOException e) {
      throw new UncheckedIOException("a text takes everything", e);
    }
    return out.toString();
  }

  @Override
  public String json() {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    fields.forEach((name, value) -> document.set(name, json(value)));
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a document is always writable as JSON", e);
    }
  }

  private static JsonNode json(@Nullable Node node) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return switch (node) {
      case MappingNode mapping -> {
        ObjectNode object = json.objectNode();
        mapping
            .getValue()
            .forEach(
                f -> object.set(((ScalarNode) f.getKeyNode()).getValue(), json(f.getValueNode())));
        yield object;
      }
      case SequenceNode sequence -> {
        ArrayNode array = json.arrayNode();
        sequence.getValue().forEach(item -> array.add(json(item)));
        yield array;
      }
      case ScalarNode scalar -> json(scalar);
      case null, default -> json.nullNode();
    };
  }

  /** A number with decimals stays a text, which says how many digits it has. */
  private static JsonNode json(ScalarNode scalar) {
    String text = scalar.getValue();
    if (scalar.getTag().equals(Tag.BOOL) && (text.equals("true") || text.equals("false"))) {
      return JsonNodeFactory.instance.booleanNode(text.equals("true"));
    }
    return scalar.getTag().equals(Tag.INT) && text.matches(WHOLE_NUMBER)
        ? JsonNodeFactory.instance.numberNode(Long.parseLong(text))
        : JsonNodeFactory.instance.textNode(text);
  }
}
