package org.suanwang.market.rest;

import org.suanwang.market.bridge.AssumptionList;

/** Something taken for granted. */
public record AssumptionBody(String name, String statement, String rationale, String source) {
  static AssumptionBody of(AssumptionList.Entry entry) {
    return new AssumptionBody(entry.name(), entry.statement(), entry.rationale(), entry.source());
  }
}
