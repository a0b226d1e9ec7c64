package org.suanwang.catalog.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.check.Violation;
import org.suanwang.catalog.exportcontrol.Citation;
import org.suanwang.catalog.exportcontrol.Rule;
import org.suanwang.catalog.exportcontrol.RuleBook;

/** The rule files are complete, and a mistake in one is told with file, line, rule and remedy. */
class ExportRuleFilesTest {
  private static final String RULE =
      """
      id: "r@2020-01-01"
      title: t
      kind: CONTROL
      subject: PROCESSOR
      citation:
        document: d
        tier: PRIMARY
      effective: 2020-01-01
      destinations:
        worldwide: true
      thresholds:
        limit: {value: "4800", unit: "TPP", meaning: m}
      clauses:
        - name: a
          meaning: m
          when:
            - {parameter: TPP, atLeast: limit}
      notes: []
      """;

  private final Map<String, String> files = new HashMap<>();

  ExportRuleFilesTest() {
    files.put("manifest.yaml", "rules:\n  - \"r@2020-01-01\"\n");
    files.put("rules/r@2020-01-01.yaml", RULE);
  }

  private RuleBook load() {
    return new ExportRuleFiles(name -> Optional.ofNullable(files.get(name))).load();
  }

  private List<Violation> violations() {
    InvalidInputException refusal = catchThrowableOfType(InvalidInputException.class, this::load);
    assertThat(refusal).as("the rules are refused").isNotNull();
    return refusal.violations();
  }

  private void change(String from, String to) {
    assertThat(RULE).contains(from);
    files.put("rules/r@2020-01-01.yaml", RULE.replace(from, to));
  }

  @Test
  void manifest_listsEveryFile() throws IOException {
    try (Stream<Path> folder = Files.list(Path.of("src/main/resources/export-control/rules"))) {
      List<String> there =
          folder.map(f -> f.getFileName().toString().replace(".yaml", "")).sorted().toList();
      List<String> listed =
          ExportRuleFiles.onClasspath().load().rules().stream().map(Rule::id).sorted().toList();
      assertThat(listed).isEqualTo(there);
    }
  }

  @Test
  void everyRule_isCitedAndExplained() {
    for (Rule rule : ExportRuleFiles.onClasspath().load().rules()) {
      assertThat(rule.id()).endsWith("@" + rule.effective());
      assertThat(rule.notes()).as(rule.id()).isNotEmpty();
      assertThat(
              rule.citation().tier() == Citation.Tier.PRIMARY
                  || rule.citation().readThrough() != null)
          .as("%s says through whom it was read", rule.id())
          .isTrue();
    }
  }

  @Test
  void soundFile_isRead() {
    Rule rule = load().rules().getFirst();
    assertThat(rule.family()).isEqualTo("r");
    assertThat(rule.clauses().getFirst().conditions().getFirst().text()).isEqualTo("TPP >= 4800");
  }

  @Test
  void unknownThreshold_isTold() {
    change("atLeast: limit", "atLeast: limt");
    assertThat(violations())
        .extracting(Violation::field, Violation::value, Violation::rule)
        .containsExactly(
            tuple(
                "rules/r@2020-01-01.yaml:17 atLeast", "limt", "the threshold must be named above"));
  }

  @Test
  void wrongUnit_isTold() {
    change("unit: \"TPP\"", "unit: \"GB/s\"");
    assertThat(violations())
        .extracting(Violation::rule)
        .containsExactly("the unit must be the parameter's");
  }

  @Test
  void numberThatIsNone_isTold() {
    change("\"4800\"", "\"48OO\"");
    assertThat(violations()).extracting(Violation::value).containsExactly("48OO");
  }

  @Test
  void unknownName_isTold() {
    change("subject: PROCESSOR", "subject: PROCESSOR\nscop: x");
    assertThat(violations()).extracting(Violation::value).containsExactly("x");
  }

  @Test
  void limitWithoutNumber_isTold() {
    change("{parameter: TPP, atLeast: limit}", "{parameter: TPP}");
    assertThat(violations()).extracting(Violation::rule).contains("a limit must be set");
  }

  @Test
  void brokenChain_isTold() {
    change("effective: 2020-01-01", "effective: 2020-01-01\nreplacedBy: \"r@2021-01-01\"");
    assertThat(violations()).extracting(Violation::value).containsExactly("r@2021-01-01");
  }

  @Test
  void unknownBase_isTold() {
    change("effective: 2020-01-01", "effective: 2020-01-01\nbuildsOn: \"s\"");
    assertThat(violations())
        .extracting(Violation::rule)
        .containsExactly("the family must have a rule");
  }

  @Test
  void missingFile_isTold() {
    files.remove("rules/r@2020-01-01.yaml");
    assertThat(violations()).extracting(Violation::rule).containsExactly("the file must be there");
  }

  @Test
  void idThatIsNotTheFilesName_isTold() {
    change("id: \"r@2020-01-01\"", "id: \"q@2020-01-01\"");
    assertThat(violations()).extracting(Violation::remedy).containsExactly("write r@2020-01-01");
  }
}
