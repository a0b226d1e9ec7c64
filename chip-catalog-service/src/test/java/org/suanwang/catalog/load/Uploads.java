package org.suanwang.catalog.load;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CatalogContent;
import org.suanwang.catalog.catalog.ExchangeFormat;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.check.Violation;

/** Uploads that tests of single files share. */
final class Uploads {
  private Uploads() {}

  static final Catalog EMPTY = Catalog.of(CatalogContent.empty());

  static final String YAML =
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

  static final String HEADER =
      "record,id,kind,name,vendor,scope,country,title,publisher,tier,date,claimId,attribute,"
          + "quantity,value,unit,source,place\n";

  static List<Violation> refusal(ExchangeFormat format, byte[] body) {
    return catchThrowableOfType(
            InvalidInputException.class, () -> RoundTripTest.read(body, format, EMPTY))
        .violations();
  }

  static List<Violation> refusal(ExchangeFormat format, String text) {
    return refusal(format, text.getBytes(StandardCharsets.UTF_8));
  }
}
