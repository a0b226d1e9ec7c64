package org.suanwang.catalog.integrity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.catalog.Resolved;
import org.suanwang.catalog.catalog.Specification;

/** Credible claims about one attribute lie close together; where not, readers should know. */
final class SourcesAgree implements IntegrityRule {
  private static final BigDecimal NOTABLE = new BigDecimal("1.05");

  /** Beyond a factor of three a prefix, a basis or a column is wrong, not a rounding. */
  private static final BigDecimal SUSPECT = new BigDecimal("3");

  @Override
  public List<Finding> check(Catalog catalog) {
    List<Finding> findings = new ArrayList<>();
    for (Accelerator accelerator : catalog.accelerators()) {
      Specification spec = catalog.findSpecification(accelerator.id()).orElseThrow();
      spec.throughputs()
          .forEach(t -> add(findings, accelerator, t.of().precision() + " peak", t.peak()));
      add(findings, accelerator, "memory bandwidth", spec.memoryBandwidth());
      add(findings, accelerator, "memory capacity", spec.memoryCapacity());
      add(findings, accelerator, "power", spec.power());
    }
    return findings;
  }

  private void add(
      List<Finding> findings, Accelerator accelerator, String what, @Nullable Resolved resolved) {
    // A single claim may well be a range or a bound, and a bound leaves room: nobody disagrees.
    if (resolved == null
        || resolved.claimIds().size() < 2
        || !resolved.isComparable()
        || !spans(resolved, NOTABLE)) {
      return;
    }
    findings.add(
        new Finding(
            spans(resolved, SUSPECT) ? Severity.WARNING : Severity.INFO,
            name(),
            accelerator.id(),
            "its "
                + what
                + " lies between "
                + resolved.low().toPlainString()
                + " and "
                + resolved.high().toPlainString()
                + " "
                + resolved.unit().symbol()
                + " by credible claims"));
  }

  private static boolean spans(Resolved resolved, BigDecimal factor) {
    return resolved.high().compareTo(resolved.low().multiply(factor)) > 0;
  }
}
