package org.suanwang.catalog.catalog;

import java.util.Comparator;
import java.util.List;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.accelerator.Verdict;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Source;

/**
 * Everything that a catalogue holds, as flat lists: the form in which packages are loaded, stored
 * and exported.
 *
 * @param verdicts ordered by claim, those on one claim as they were given; the last one holds
 */
public record CatalogContent(
    List<Source> sources,
    List<Subject> subjects,
    List<Claim<Fact>> claims,
    List<Verdict> verdicts) {
  public CatalogContent {
    sources = sources.stream().sorted(Comparator.comparing(Source::id)).toList();
    subjects = subjects.stream().sorted(Comparator.comparing(Subject::id)).toList();
    claims = claims.stream().sorted(Comparator.comparing(Claim::id)).toList();
    // Sorting keeps the order of what was said about one claim.
    verdicts = verdicts.stream().sorted(Comparator.comparing(Verdict::claimId)).toList();
  }

  public static CatalogContent empty() {
    return new CatalogContent(List.of(), List.of(), List.of(), List.of());
  }
}
