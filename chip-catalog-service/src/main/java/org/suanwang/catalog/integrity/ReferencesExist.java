package org.suanwang.catalog.integrity;

import java.util.ArrayList;
import java.util.List;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Verdict;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.provenance.Claim;

/** Every vendor, source, accelerator and claim that is named is there. */
final class ReferencesExist implements IntegrityRule {
  @Override
  public List<Finding> check(Catalog catalog) {
    List<Finding> findings = new ArrayList<>();
    for (Accelerator a : catalog.accelerators()) {
      if (catalog.findVendor(a.vendorId()).isEmpty()) {
        findings.add(missing(a.id(), "vendor", a.vendorId()));
      }
    }
    for (Claim<Fact> c : catalog.claims()) {
      if (catalog.findSource(c.sourceId()).isEmpty()) {
        findings.add(missing(c.id(), "source", c.sourceId()));
      }
      if (catalog.findAccelerator(c.subject()).isEmpty()) {
        findings.add(missing(c.id(), "accelerator", c.subject()));
      }
    }
    for (Verdict v : catalog.content().verdicts()) {
      if (catalog.findClaim(v.claimId()).isEmpty()) {
        findings.add(missing(v.claimId(), "claim", v.claimId()));
      }
    }
    return findings;
  }

  private Finding missing(String subject, String kind, String id) {
    return new Finding(
        Severity.ERROR,
        name(),
        subject,
        "there is no " + kind + " " + id + "; add it, or name another");
  }
}
