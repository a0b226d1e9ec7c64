package org.suanwang.market.rest;

import org.suanwang.market.model.Finding;

/** One finding about a model. */
public record FindingBody(
    String severity,
    String rule,
    String subject,
    String file,
    int line,
    String message,
    String remedy) {
  static FindingBody of(Finding f) {
    return new FindingBody(
        f.severity().name(),
        f.rule(),
        f.subject(),
        f.origin().file(),
        f.origin().line(),
        f.message(),
        f.remedy());
  }
}
