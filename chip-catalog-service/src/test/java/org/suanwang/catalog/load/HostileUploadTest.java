package org.suanwang.catalog.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.catalog.load.Uploads.HEADER;
import static org.suanwang.catalog.load.Uploads.YAML;
import static org.suanwang.catalog.load.Uploads.refusal;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.catalog.catalog.ExchangeFormat;
import org.suanwang.catalog.check.Violation;

/** Uploads that must be refused before they cost much. */
class HostileUploadTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "7",
        "!!javax.script.ScriptEngineManager [x]",
        "a: &x [1]\nb: [*x, *x]",
        "a: &x text\nsources: [*x]",
        "package: {id: A B, version: '1', title: t, licence: l, released: 2026-01-01}",
        "package: 1\n---\npackage: 2",
        "package: {id: a}\npackage: {id: b}",
        "sources: {}",
        "sources: [null, 3, []]",
        "? [complex]\n: key",
        "\"a\\0b\": 1",
        "package: {id: \"a\\x07\"}",
        "package: {id: \"\\ud800\"}",
        "%YAML 9.9\n---\n{}",
        "\tx: 1",
        "accelerators: [{id: x, statements: [{says: {power: 1 W}}]}]"
      })
  void hostileYaml_isRefusedWithARule(String yaml) {
    assertThat(refusal(ExchangeFormat.YAML, yaml))
        .isNotEmpty()
        .allSatisfy(v -> assertThat(v.rule()).isNotBlank().doesNotContain("Exception", "org.yaml"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{}{}",
        "[]",
        "{\"package\": NaN}",
        "{'package': 1}",
        "{\"a\": \"\u0001\"}"
      })
  void hostileJson_isRefusedWithARule(String json) {
    assertThat(refusal(ExchangeFormat.JSON, json))
        .isNotEmpty()
        .allSatisfy(
            v -> assertThat(v.rule()).isNotBlank().doesNotContain("Exception", "fasterxml", "`"));
  }

  @Test
  void bombOfAliases_isRefusedBeforeItGrows() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 60; i++) {
      String before = "*a" + (i - 1);
      bomb.append("a%d: &a%d [%s,%s,%s]\n".formatted(i, i, before, before, before));
    }
    assertThat(refusal(ExchangeFormat.YAML, bomb.toString())).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 100_000})
  void deepNesting_isRefused(int depth) {
    assertThat(refusal(ExchangeFormat.YAML, "a: " + "[".repeat(depth))).hasSize(1);
    assertThat(refusal(ExchangeFormat.JSON, "{\"a\":" + "[".repeat(depth))).hasSize(1);
  }

  @Test
  void tooManyMistakes_areCountedNotListed() {
    List<Violation> told =
        refusal(ExchangeFormat.CSV, HEADER + "x,,,,,,,,,,,,,,,,,\n".repeat(50_000));
    assertThat(told).hasSize(201);
    assertThat(told.getLast().value()).isEqualTo("49800 more");
  }

  @Test
  void tooManyRows_areRefused() {
    assertThat(refusal(ExchangeFormat.CSV, HEADER + "x,,,,,,,,,,,,,,,,,\n".repeat(200_001)))
        .extracting(Violation::rule)
        .containsExactly("must have at most 200000 rows");
  }

  @Test
  void moreValuesThanMemoryHasRoomFor_areRefusedInEveryFormat() {
    String many = "[1" + ",1".repeat(1_000_000) + "]";
    String rule = "must hold at most 1000000 names and values";
    assertThat(refusal(ExchangeFormat.YAML, "a: " + many))
        .extracting(Violation::rule)
        .containsExactly(rule);
    assertThat(refusal(ExchangeFormat.JSON, "{\"a\": " + many + "}"))
        .extracting(Violation::rule)
        .containsExactly(rule);
    String full = "claim,i,k,n,v,s,c,t,p,t,d,c,a,q,v,u,s,p\n";
    assertThat(refusal(ExchangeFormat.CSV, HEADER + full.repeat(28_000)))
        .extracting(Violation::rule)
        .containsExactly(rule);
  }

  @Test
  void otherThanUtf8_isRefused() {
    assertThat(refusal(ExchangeFormat.YAML, "name: 昇腾".getBytes(Charset.forName("GBK"))))
        .extracting(Violation::rule)
        .containsExactly("must be text in UTF-8");
    assertThat(refusal(ExchangeFormat.YAML, "a: b".getBytes(StandardCharsets.UTF_16)))
        .extracting(Violation::rule)
        .containsExactly("must hold no NUL, as UTF-16 and binary files do");
  }

  @Test
  void archives_areRefusedByName() {
    assertThat(refusal(ExchangeFormat.CSV, new byte[] {'P', 'K', 3, 4, 20, 0}))
        .extracting(Violation::rule)
        .containsExactly("must not be a zip archive or an Excel workbook");
  }

  @Test
  void longTexts_areRefusedWithTheLengthThatIsKept() {
    assertThat(refusal(ExchangeFormat.YAML, YAML.replace("page 3", "x".repeat(301))))
        .extracting(Violation::rule)
        .containsExactly("must have at most 300 characters");
  }
}
