package org.suanwang.market.load;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.Violation;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads YAML, and JSON as its subset, into nodes that know their line. Only plain nodes are made;
 * no tag ever creates an object. Depth, size and aliases are limited.
 */
final class YamlDocument {
  private static final int CODE_POINTS_MAX = 4_000_000;
  private static final int DEPTH_MAX = 20;

  private YamlDocument() {}

  /** The document's mapping; empty when the text cannot be read, which is then noted. */
  static Optional<YamlMap> read(SourceFile source, List<Violation> violations) {
    if (source.text().length() > CODE_POINTS_MAX) {
      violations.add(
          new Violation(source.path(), "", "is longer than 4 million characters", "split it"));
      return Optional.empty();
    }
    try {
      Node node = compose(source.text());
      if (node != null) {
        return Optional.of(new YamlMap(source.path(), node, violations));
      }
      violations.add(
          new Violation(source.path() + ":1", "", "the document is empty", "write a model"));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      violations.add(unreadable(source.path() + ":" + line, String.valueOf(e.getProblem())));
    } catch (YAMLException e) {
      violations.add(unreadable(source.path() + ":1", String.valueOf(e.getMessage())));
    }
    return Optional.empty();
  }

  /** The mapping of a file that was read before, and so can be read. */
  static MappingNode require(SourceFile source) {
    if (compose(source.text()) instanceof MappingNode mapping) {
      return mapping;
    }
    throw new IllegalStateException(source.path() + " is no mapping, though it was read as one");
  }

  private static @Nullable Node compose(String text) {
    var options = new LoaderOptions();
    options.setCodePointLimit(CODE_POINTS_MAX);
    options.setNestingDepthLimit(DEPTH_MAX);
    options.setAllowRecursiveKeys(false);
    var parser = new ParserImpl(new StreamReader(text), options);
    return new Composer(parser, new Resolver(), options).getSingleNode();
  }

  private static Violation unreadable(String where, String what) {
    return new Violation(where, "", "cannot be read as YAML or JSON: " + what, "mend the syntax");
  }
}
