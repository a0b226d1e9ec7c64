package org.suanwang.catalog.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.catalog.load.SmallPackages.HEAD;
import static org.suanwang.catalog.load.SmallPackages.statements;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.catalog.check.Violation;

/** What is wrong in a block of statements is told with file and line, all of it. */
class StatementMistakesTest {
  private final SmallPackages packages = new SmallPackages();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {powr: 300 W}                             | powr       | did you mean power?
          {clock: 1 GHz}                            | clock      | did you mean clock
          {'FP16 DENSE': 1 TFLOPS}                  | FP16 DENSE | see docs/data-packages.md
          {power: much}                             | power      | mend it
          {power: {printed: much}}                  | printed    | mend it
          {power: {blank: WHY}}                     | blank      | NOT_DISCLOSED
          {power: {printed: 1 W, status: FINE}}     | status     | IMPLAUSIBLE
          {power: {printed: 1 W, colour: red}}      | colour     | use one of
          {power: {printed: 1 W, why: x}}           | why        | add corrects
          {power: {printed: 1 W, inputs: [x]}}      | inputs     | add derived
          {power: {printed: 1 W, corrects: x}}      | why        | add it
          {power: {printed: 1 W, corrects: x, why: x, measured: x}} | measured | keep one of corrects, measured
          {power: {text: big, estimated: x}}        | estimated  | give low-high
          {power: [300 W]}                          | ''         | name: value pairs
          """)
  void mistake_isToldWithFileAndLine(String says, String field, String remedy) {
    packages.chip(says);
    Violation first = packages.violations("first").getFirst();
    assertThat(first.field()).startsWith("first/accelerators/chip.yaml:9").endsWith(field);
    assertThat(first.remedy()).contains(remedy);
  }

  @Test
  void mistakesInABlock_areAllTold() {
    packages.put(
        "first/accelerators/chip.yaml",
        HEAD,
        "scope: BOARD\nstatements:\n  - source: shet\n    asOf: 2025-13\n    sais: {}\n");
    assertThat(packages.violations("first"))
        .extracting(Violation::field)
        .containsExactlyInAnyOrder(
            "first/accelerators/chip.yaml:7 source",
            "first/accelerators/chip.yaml:8 asOf",
            "first/accelerators/chip.yaml:9 sais",
            "first/accelerators/chip.yaml:7 says");
  }

  @Test
  void subjectThatNobodyDescribed_needsAName() {
    packages.put("first/accelerators/chip.yaml", "id: chip\n", statements("{power: 300 W}"));
    assertThat(packages.violations("first"))
        .extracting(Violation::field)
        .containsExactly("first/accelerators/chip.yaml:1 id");
  }

  @Test
  void subjectAndSourceOfAnEarlierPackage_areNotGivenAgain() {
    packages.put("second/sources/sheet.yaml", packages.file("first/sources/sheet.yaml"));
    packages.put("second/vendors/maker.yaml", packages.file("first/vendors/maker.yaml"));
    packages.manifest("second", "sources/sheet.yaml", "vendors/maker.yaml");
    assertThat(packages.violations("first", "second"))
        .extracting(Violation::value)
        .containsExactlyInAnyOrder("sheet", "maker");
  }

  @Test
  void oneKeyTwiceInABlock_isRefused() {
    packages.chip("{power: 300 W, power: 310 W}");
    assertThat(packages.violations("first").getFirst().rule()).isEqualTo("a name must stand once");
    packages.chip("{\"clock boost\": 1 GHz, \"clock  boost\": 2 GHz}");
    assertThat(packages.violations("first").getFirst().rule())
        .isEqualTo("a claim id must be given once");
  }

  @Test
  void unknownFolder_isRefused() {
    packages.put("first/chips/chip.yaml", packages.file("first/accelerators/chip.yaml"));
    packages.manifest("first", "sources/sheet.yaml", "vendors/maker.yaml", "chips/chip.yaml");
    assertThat(packages.violations("first").getFirst().remedy()).contains("ai-models");
  }
}
