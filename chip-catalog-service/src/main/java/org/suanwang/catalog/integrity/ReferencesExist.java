package org.suanwang.catalog.integrity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Item;
import org.suanwang.catalog.accelerator.Link;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.accelerator.Vendor;
import org.suanwang.catalog.accelerator.Verdict;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.provenance.Claim;

/** Every vendor, source, subject and claim that is named is there. */
final class ReferencesExist implements SubjectRule {
  @Override
  public List<Finding> check(Catalog catalog, Dossier dossier) {
    List<Finding> findings = new ArrayList<>();
    String vendor = vendorId(dossier.subject());
    if (vendor != null && catalog.findVendor(vendor).isEmpty()) {
      findings.add(missing(dossier.subject().id(), "vendor", vendor));
    }
    for (Claim<Fact> c : dossier.claims()) {
      if (catalog.findSource(c.sourceId()).isEmpty()) {
        findings.add(missing(c.id(), "source", c.sourceId()));
      }
      if (c.content().attribute() instanceof Link link
          && catalog.findDossier(link.target()).isEmpty()) {
        findings.add(missing(c.id(), "subject", link.target()));
      }
    }
    for (Verdict v : dossier.verdicts()) {
      if (dossier.findClaim(v.claimId()).isEmpty()) {
        findings.add(missing(v.claimId(), "claim", v.claimId()));
      }
    }
    return findings;
  }

  private static @Nullable String vendorId(Subject subject) {
    return switch (subject) {
      case Accelerator a -> a.vendorId();
      case Item i -> i.vendorId();
      case Vendor _ -> null;
    };
  }

  private Finding missing(String subject, String kind, String id) {
    return new Finding(
        Severity.ERROR,
        name(),
        subject,
        "there is no " + kind + " " + id + "; add it, or name another");
  }
}
