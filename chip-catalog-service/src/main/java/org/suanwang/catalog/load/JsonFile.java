package org.suanwang.catalog.load;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.suanwang.catalog.check.Violation;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/**
 * Reads JSON into the nodes that YAML is read into. SnakeYAML reads most JSON too, but refuses tabs
 * before names, takes what is no JSON, and tells mistakes in words of YAML.
 */
final class JsonFile {
  private static final int STRING_LENGTH_MAX = 100_000;
  private static final int NUMBER_LENGTH_MAX = 100;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(YamlFile.NESTING_MAX)
                  .maxStringLength(STRING_LENGTH_MAX)
                  .maxNumberLength(NUMBER_LENGTH_MAX)
                  .build())
          .build();

  private final JsonParser parser;
  private int count;

  private JsonFile(JsonParser parser) {
    this.parser = parser;
  }

  static Optional<Node> compose(String file, String text, List<Violation> violations) {
    try (JsonParser parser = JSON.createParser(text)) {
      parser.nextToken();
      if (parser.currentToken() == null) {
        violations.add(new Violation(file, "", "the file must not be empty", "fill it"));
        return Optional.empty();
      }
      Node root = new JsonFile(parser).node();
      if (parser.nextToken() != null) {
        violations.add(
            new Violation(file, "", "must be one JSON value with nothing after it", "end there"));
      }
      return Optional.of(root);
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
      violations.add(new Violation(file + ":" + line + ":" + column, "", rule(e), "mend the JSON"));
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot be read", e);
    }
  }

  private static String rule(JacksonException e) {
    if (e instanceof StreamConstraintsException) {
      return "must not nest deeper than "
          + YamlFile.NESTING_MAX
          + ", nor hold texts above "
          + STRING_LENGTH_MAX
          + " or numbers above "
          + NUMBER_LENGTH_MAX
          + " characters";
    }
    String message = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
    if (message.equals(Nodes.TOO_MANY)) {
      return message;
    }
    return "must be JSON: " + message.replaceFirst(" \\(.*", "").replace("`", "");
  }

  private Node node() throws IOException {
    if (++count > Nodes.COUNT_MAX) {
      throw new JsonParseException(parser, Nodes.TOO_MANY);
    }
    Mark at = Nodes.at(parser.currentTokenLocation().getLineNr());
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        List<NodeTuple> fields = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          Node name =
              Nodes.text(parser.currentName(), Nodes.at(parser.currentTokenLocation().getLineNr()));
          count++;
          parser.nextToken();
          fields.add(new NodeTuple(name, node()));
        }
        yield Nodes.map(fields, at);
      }
      case START_ARRAY -> {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(node());
        }
        yield Nodes.list(items, at);
      }
      case VALUE_NULL -> Nodes.nothing(at);
      default -> Nodes.text(parser.getText(), at);
    };
  }
}
