package org.suanwang.catalog.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.suanwang.catalog.load.Uploads.EMPTY;
import static org.suanwang.catalog.load.Uploads.HEADER;
import static org.suanwang.catalog.load.Uploads.YAML;
import static org.suanwang.catalog.load.Uploads.refusal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.CatalogContent;
import org.suanwang.catalog.catalog.ExchangeFormat;
import org.suanwang.catalog.check.Violation;
import org.suanwang.catalog.measure.Quantity;
import org.suanwang.catalog.measure.Unit;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Recorded;

/** Packages in one file, as they are read, and the mistakes in them. */
class UploadFileTest {
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
    assertThat(claim.recorded())
        .isEqualTo(new Recorded("example-analyst: mine 1", RandomCatalogs.TODAY));
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
  void mistakesBesideABrokenRow_areToldToo() {
    String table = CSV.replace("VALUE,30,W", "VALUE,thirty,W") + "claim,a,b\n";
    assertThat(refusal(ExchangeFormat.CSV, table))
        .extracting(Violation::field)
        .containsExactlyInAnyOrder("body:2 value", "body:6");
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
    assertThat(refusal(ExchangeFormat.YAML, YAML.replace("2025-02-01", "2026-11-30")))
        .extracting(Violation::rule)
        .containsExactly("must not lie in the future");
  }

  @Test
  void brokenJson_isToldWithLineAndColumn() {
    assertThat(refusal(ExchangeFormat.JSON, "{\n  \"package\": [1,\n").getFirst().field())
        .startsWith("body:3:");
  }
}
