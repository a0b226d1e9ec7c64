package org.suanwang.market.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.Violation;
import org.suanwang.market.formula.Variable;
import org.suanwang.market.model.Finding;
import org.suanwang.market.model.Model;
import org.suanwang.market.model.ModelDraft;
import org.suanwang.market.model.Severity;
import org.suanwang.market.parameter.Parameter;
import org.suanwang.market.parameter.RankCorrelation;
import org.suanwang.market.scenario.ModelVersion;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.scenario.Realisation;
import org.suanwang.market.scenario.Roles;
import org.suanwang.market.scenario.Scenario;

/**
 * Reads a model from its files: a package (a {@code package.yaml} and one file a concept) or one
 * document that holds everything. What it returns has passed every check.
 */
public final class ModelReader {
  /** The manifest of a package; a posted model is one file of another name. */
  public static final String MANIFEST = "package.yaml";

  /** Names a model anew that is made from another's files. */
  public static final String FORK = "fork.yaml";

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,63}");

  private final List<Violation> violations = new ArrayList<>();
  private final List<Parameter> parameters = new ArrayList<>();
  private final List<Variable> variables = new ArrayList<>();
  private final List<RankCorrelation> correlations = new ArrayList<>();
  private final List<Scenario> scenarios = new ArrayList<>();
  private final List<Realisation> realisations = new ArrayList<>();
  private Roles roles = Roles.none();
  private String id = YamlMap.MISSING;
  private String title = YamlMap.MISSING;
  private String licence = YamlMap.MISSING;

  private ModelReader() {}

  /**
   * Reads and checks a model.
   *
   * @param files the package's files, or the one document
   * @param publishedAt when this version was first published
   * @throws InvalidInputException with everything that is wrong, each with file and line
   */
  public static PublishedModel read(List<SourceFile> files, Instant publishedAt) {
    var reader = new ModelReader();
    files.forEach(reader::readFile);
    ModelDraft draft = reader.requireDraft();
    var version = new ModelVersion(draft.id(), ContentHash.of(files), publishedAt);
    return PublishedModel.require(
        Model.require(draft), reader.scenarios, reader.roles, reader.realisations, version);
  }

  private void readFile(SourceFile file) {
    YamlDocument.read(file, violations).ifPresent(map -> readMap(file.path(), map));
  }

  private void readMap(String path, YamlMap map) {
    String[] parts = path.split("/", -1);
    String topic = parts.length > 2 ? parts[1] : "general";
    switch (parts.length > 1 ? parts[0] : "") {
      case "parameters" -> parameters.add(ParameterReader.read(map, topic));
      case "variables" -> variables.add(VariableReader.read(map, topic));
      case "scenarios" -> scenarios.add(ScenarioReader.read(map));
      case "back-tests" -> realisations.add(RealisationReader.read(map));
      default -> {
        if (path.equals(FORK)) {
          readFork(map);
        } else {
          readHead(path, map);
        }
      }
    }
  }

  /** It stands after the head, whose id and title it replaces. */
  private void readFork(YamlMap map) {
    map.text("of");
    id = readId(map);
    String other = map.textOrNull("title");
    title = other == null ? title : other;
    map.refuseOthers();
  }

  private static String readId(YamlMap map) {
    String id = map.text("id");
    if (!ID.matcher(id).matches()) {
      map.fault("id", id, "an id is 2 to 64 lower-case letters, digits and -", "rename it");
    }
    return id;
  }

  private void readHead(String path, YamlMap map) {
    id = readId(map);
    title = map.text("title");
    licence = map.text("licence");
    roles = ScenarioReader.roles(map.mapOrNull("bridge"));
    map.maps("correlations").forEach(m -> correlations.add(UncertaintyReader.correlation(m)));
    if (path.equals(MANIFEST)) {
      map.texts("files");
    } else {
      map.maps("parameters").forEach(m -> parameters.add(ParameterReader.read(m, "general")));
      map.maps("variables").forEach(m -> variables.add(VariableReader.read(m, "general")));
      map.maps("scenarios").forEach(m -> scenarios.add(ScenarioReader.read(m)));
      map.maps("backTests").forEach(m -> realisations.add(RealisationReader.read(m)));
    }
    map.refuseOthers();
  }

  /**
   * What could be read is checked even when something could not, so that one round tells all; units
   * are then left out, because those of unread parts are not known.
   */
  private ModelDraft requireDraft() {
    var draft = new ModelDraft(id, title, licence, parameters, variables, correlations);
    if (!violations.isEmpty()) {
      Model.check(draft).stream()
          .filter(f -> f.severity() == Severity.ERROR && !f.rule().equals("unit-mismatch"))
          .filter(f -> !f.subject().equals(YamlMap.MISSING))
          .map(Finding::toViolation)
          .forEach(violations::add);
      throw new InvalidInputException(violations);
    }
    return draft;
  }
}
