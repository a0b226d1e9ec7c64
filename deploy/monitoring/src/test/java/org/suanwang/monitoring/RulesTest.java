package org.suanwang.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Recording and alert rules: valid, tested, explained, and about metrics that exist. */
class RulesTest {

  private static final Pattern HEADING = Pattern.compile("(?m)^## (.+)$");
  private static final Pattern TESTED = Pattern.compile("alertname: (\\w+)\\n\\s*exp_alerts:\\n");
  private static final Pattern QUIET = Pattern.compile("alertname: (\\w+)\\n\\s*exp_alerts: \\[]");

  @Test
  void everyRule_isAcceptedByPromtool() {
    Promtool.Answer answer = promtool(Stream.of("check", "rules"), Texts.files("rules", ".yml"));

    assertThat(answer.accepted()).as(answer.output()).isTrue();
  }

  @Test
  void everyRuleTest_passes() {
    Promtool.Answer answer =
        promtool(Stream.of("test", "rules"), Texts.files("rules-tests", ".yml"));

    assertThat(answer.accepted()).as(answer.output()).isTrue();
  }

  @Test
  void everyAlert_hasATestInWhichItFires() {
    assertThat(found(TESTED)).containsExactlyInAnyOrderElementsOf(alertNames());
  }

  @Test
  void everyAlertWithAWait_hasATestInWhichItKeepsQuiet() {
    List<String> waiting =
        Rule.alerts().stream().filter(r -> r.tree().has("for")).map(Rule::name).toList();
    Set<String> quiet = new TreeSet<>(found(QUIET));

    assertThat(waiting).allSatisfy(name -> assertThat(quiet).contains(name));
  }

  @Test
  void everyAlert_saysHowBadItIsAndWhatToDo() {
    assertThat(Rule.alerts())
        .isNotEmpty()
        .allSatisfy(
            alert -> {
              assertThat(alert.tree().path("labels").path("severity").asText())
                  .isIn("critical", "warning");
              assertThat(alert.annotation("summary")).isNotBlank();
              assertThat(alert.annotation("description")).isNotBlank();
              assertThat(alert.annotation("runbook"))
                  .isEqualTo(
                      "deploy/monitoring/runbook.md#" + alert.name().toLowerCase(Locale.ROOT));
            });
  }

  @Test
  void runbook_hasOneEntryForEachAlert() {
    List<String> entries =
        HEADING.matcher(Texts.text(Path.of("runbook.md"))).results().map(r -> r.group(1)).toList();

    assertThat(entries).containsExactlyInAnyOrderElementsOf(alertNames());
  }

  @Test
  void everyMetricOfARule_isInTheContractOrRecorded() {
    Set<String> known = new TreeSet<>(Texts.contract());
    Rule.all().stream().filter(r -> r.kind().equals("record")).forEach(r -> known.add(r.name()));

    assertThat(Rule.all())
        .allSatisfy(
            rule -> assertThat(known).as(rule.name()).containsAll(PromQl.metrics(rule.query())));
  }

  private static Promtool.Answer promtool(Stream<String> command, List<Path> files) {
    return new Promtool()
        .run(Stream.concat(command, files.stream().map(Path::toString)).toArray(String[]::new));
  }

  private static List<String> alertNames() {
    return Rule.alerts().stream().map(Rule::name).toList();
  }

  private static Set<String> found(Pattern pattern) {
    Set<String> names = new TreeSet<>();
    for (Path file : Texts.files("rules-tests", ".yml")) {
      pattern.matcher(Texts.text(file)).results().map(RulesTest::first).forEach(names::add);
    }
    return names;
  }

  private static String first(MatchResult result) {
    return result.group(1);
  }
}
