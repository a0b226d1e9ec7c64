package org.suanwang.catalog.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CatalogContent;
import org.suanwang.catalog.catalog.ExchangeFormat;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.check.Violation;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.measure.Unit;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Recorded;

/** Files that people send in: read as packages are, and refused with line, field and remedy. */
class UploadFileTest {
  private static final Catalog EMPTY = Catalog.of(CatalogContent.empty());

  private static final String YAML =
      """
      package: {id: mine, version: "1", title: "Mine", licence: "CC BY 4.0", released: 2026-11-20}
      sources:
        - {id: sheet, title: "A datasheet", publisher: "Maker", tier: PRESS, date: 2025-01}
      vendors:
        - {id: maker, name: "Maker", country: CN}
      accelerators:
        - id: maker-x1
          name: "X1"
          vendor: maker
          scope: BOARD
          statements:
            - source: sheet
              place: "page 2"
              key: s
              says:
                power: "<30 W"
          claims:
            - claimId: maker-x1.own.memory
              attribute: memoryCapacity
              quantity: VALUE
              value: 32
              unit: GB
              source: sheet
              place: "page 3"
              recordedBy: "zhao"
              recordedOn: 2025-02-01
      """;

  private static final String HEADER =
      "record,id,kind,name,vendor,scope,country,title,publisher,tier,date,claimId,attribute,"
          + "quantity,value,unit,source,place\n";

  private static final String CSV =
      HEADER
          + "claim,,,,,,,,,,,maker-x1.own.power,power,VALUE,30,W,sheet,page 2\n"
          + "subject,maker-x1,ACCELERATOR,X1,maker,BOARD,,,,,,,,,,,,\n"
          + "subject,maker,VENDOR,Maker,,,CN,,,,,,,,,,,\n"
          + "source,sheet,,,,,,A datasheet,Maker,PRESS,2025-01,,,,,,,\n";

  private static CatalogContent read(ExchangeFormat format, String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    return RoundTripTest.read(body, format, EMPTY).data().content();
  }

  private static List<Violation> refusal(ExchangeFormat format, byte[] body) {
    return catchThrowableOfType(
            InvalidInputException.class, () -> RoundTripTest.read(body, format, EMPTY))
        .violations();
  }

  private static List<Violation> refusal(ExchangeFormat format, String text) {
    return refusal(format, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void packageInOneFile_isReadLikeAFolder() {
    CatalogContent content = read(ExchangeFormat.YAML, YAML);
    assertThat(content.sources()).extracting("id").containsExactly("sheet");
    assertThat(content.subjects()).extracting("id").containsExactly("maker", "maker-x1");
    assertThat(content.claims())
        .extracting(Claim::id)
        .containsExactly("maker-x1.own.memory", "maker-x1.s.power");
  }

  @Test
  void claimWithoutRecorder_isRecordedUnderTheSenderToday() {
    Claim<Fact> claim = read(ExchangeFormat.YAML, YAML).claims().getLast();
    assertThat(claim.recorded()).isEqualTo(new Recorded("li.wei: mine 1", RandomCatalogs.TODAY));
  }

  @Test
  void claimWithRecorder_keepsIt() {
    Claim<Fact> claim = read(ExchangeFormat.YAML, YAML).claims().getFirst();
    assertThat(claim.recorded().by()).isEqualTo("zhao");
    assertThat(claim.content().quantity())
        .isEqualTo(new Quantity.Value(new BigDecimal(32), Unit.GIGABYTE));
  }

  @Test
  void jsonWithTabs_isRead() {
    String json =
        """
        {
        \t"package": {"id": "j", "version": "1", "title": "J", "licence": "l",
        \t\t"released": "2026-11-20"},
        \t"sources": [{"id": "s", "title": "T\\/\\ud83e\\uddee", "publisher": "P", "tier": "PRESS",
        \t\t"date": "2025", "url": null}]
        }""";
    CatalogContent content = read(ExchangeFormat.JSON, json);
    assertThat(content.sources().getFirst().title()).isEqualTo("T/🧮");
    assertThat(content.sources().getFirst().url()).isNull();
  }

  @Test
  void rowsOfATable_mayStandInAnyOrder() {
    CatalogContent content = read(ExchangeFormat.CSV, CSV);
    assertThat(content.claims()).extracting(Claim::id).containsExactly("maker-x1.own.power");
    assertThat(content.subjects()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uFEFF", ""})
  void tableOfWindows_isTheSameTable(String mark) {
    assertThat(read(ExchangeFormat.CSV, mark + CSV.replace("\n", "\r\n")).claims())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("recorded")
        .isEqualTo(read(ExchangeFormat.CSV, CSV).claims());
  }

  @Test
  void everyBadCell_isToldWithLineAndColumn() {
    String table =
        CSV.replace("VALUE,30,W", "VALUE,1e999999999,horses")
            .replace("subject,maker,VENDOR,Maker,,,CN", "subject,maker,VENDOR,Maker,,,China")
            .replace("PRESS,2025-01", "RUMOUR,2025-13");
    assertThat(refusal(ExchangeFormat.CSV, table))
        .extracting(Violation::field)
        .containsExactlyInAnyOrder(
            "body:2 value", "body:2 unit", "body:4 country", "body:5 tier", "body:5 date");
  }

  @Test
  void brokenRows_areAllToldWithTheirLines() {
    assertThat(refusal(ExchangeFormat.CSV, HEADER + "claim,a,b\nnonsense\n"))
        .extracting(Violation::field)
        .containsExactly("body:2", "body:3");
  }

  @Test
  void quotationMarkNeverClosed_isTold() {
    assertThat(refusal(ExchangeFormat.CSV, CSV + "\"source,x").getFirst().field())
        .isEqualTo("body:6");
  }

  @Test
  void misspeltColumn_isToldWithTheRightOne() {
    Violation violation =
        refusal(ExchangeFormat.CSV, CSV.replace("publisher", "publischer")).getFirst();
    assertThat(violation.field()).isEqualTo("body:1 publischer");
    assertThat(violation.remedy()).contains("did you mean publisher?");
  }

  @Test
  void epochsTableWithoutItsFormat_isTold() {
    assertThat(refusal(ExchangeFormat.CSV, "Hardware name,Manufacturer\nX,Y\n").getFirst().remedy())
        .contains("?format=epoch");
  }

  @Test
  void unknownFieldsAndBadValues_areAllToldWithTheirLines() {
    String yaml =
        YAML.replace("value: 32", "value: many")
            .replace("unit: GB", "unit: GiB")
            .replace("place: \"page 3\"", "page: 3")
            .replace("claimId: maker-x1.own", "claimId: other.own");
    assertThat(refusal(ExchangeFormat.YAML, yaml))
        .extracting(Violation::field)
        .containsExactlyInAnyOrder(
            "body:18 claimId", "body:21 value", "body:22 unit", "body:24 page", "body:18 place");
  }

  @Test
  void datesInTheFuture_areRefused() {
    assertThat(refusal(ExchangeFormat.YAML, YAML.replace("2025-02-01", "2026-11-26")))
        .extracting(Violation::rule)
        .containsExactly("must not lie in the future");
  }

  @Test
  void brokenJson_isToldWithLineAndColumn() {
    assertThat(refusal(ExchangeFormat.JSON, "{\n  \"package\": [1,\n").getFirst().field())
        .startsWith("body:3:");
  }

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
