package org.suanwang.catalog.catalog;

import java.util.Comparator;
import java.util.List;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Vendor;
import org.suanwang.catalog.accelerator.Verdict;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Source;

/** Everything that a catalogue holds, in the one order that its hash is taken in: by id. */
public record CatalogContent(
    List<Source> sources,
    List<Vendor> vendors,
    List<Accelerator> accelerators,
    List<Claim<Fact>> claims,
    List<Verdict> verdicts) {
  public CatalogContent {
    sources = sources.stream().sorted(Comparator.comparing(Source::id)).toList();
    vendors = vendors.stream().sorted(Comparator.comparing(Vendor::id)).toList();
    accelerators = accelerators.stream().sorted(Comparator.comparing(Accelerator::id)).toList();
    claims = claims.stream().sorted(Comparator.comparing(Claim::id)).toList();
    verdicts = verdicts.stream().sorted(Comparator.comparing(Verdict::claimId)).toList();
  }

  public static CatalogContent empty() {
    return new CatalogContent(List.of(), List.of(), List.of(), List.of(), List.of());
  }
}
