package org.suanwang.catalog.load;

import java.util.List;
import org.suanwang.catalog.accelerator.CellStatus;
import org.suanwang.catalog.accelerator.Verdict;
import org.suanwang.catalog.catalog.Catalog;

/** Verdicts in the form of exports: each names its claim, and may name who gave it and when. */
final class ExactVerdicts {
  private final SubjectContext context;
  private final List<Verdict> verdicts;

  ExactVerdicts(SubjectContext context, List<Verdict> verdicts) {
    this.context = context;
    this.verdicts = verdicts;
  }

  void read(YamlMap verdict) {
    verdict.allow("claim", "status", "note", "recordedBy", "recordedOn");
    String claim = verdict.text("claim");
    if (!Catalog.subjectOf(claim).equals(context.subjectId())) {
      verdict.violate(
          "claim",
          claim,
          "must be a claim about this subject",
          "write " + context.subjectId() + ".…, or move the verdict");
    }
    verdicts.add(
        new Verdict(
            claim,
            verdict.constant("status", CellStatus.class),
            verdict.findExact("note").orElse(null),
            ExactClaims.recorded(verdict, context.recorded())));
  }
}
