package org.suanwang.catalog.load;

import java.util.List;
import java.util.Optional;
import org.suanwang.catalog.check.Violation;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads one YAML file into nodes; no objects are made, so no file can ask for a class. */
final class YamlFile {
  static final int NESTING_MAX = 20;
  private static final int CODE_POINTS_MAX = 1_000_000;

  private YamlFile() {}

  static Optional<YamlMap> read(String file, String text, List<Violation> violations) {
    return compose(file, text, CODE_POINTS_MAX, violations)
        .map(root -> new YamlMap(file, root, violations));
  }

  /** The nodes of a text, which may be as long as is said. */
  static Optional<Node> compose(
      String file, String text, int codePointsMax, List<Violation> violations) {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(NESTING_MAX);
    options.setCodePointLimit(codePointsMax);
    options.setMaxAliasesForCollections(0);
    try {
      var events = new CountedEvents(new ParserImpl(new StreamReader(text), options));
      Node root = new Composer(events, new Resolver(), options).getSingleNode();
      if (root == null) {
        violations.add(new Violation(file, "", "the file must not be empty", "fill or remove it"));
      }
      return Optional.ofNullable(root);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      violations.add(
          new Violation(file + ":" + line, "", String.valueOf(e.getProblem()), "mend the YAML"));
    } catch (YAMLException e) {
      violations.add(new Violation(file, "", String.valueOf(e.getMessage()), "mend the YAML"));
    }
    return Optional.empty();
  }
}
