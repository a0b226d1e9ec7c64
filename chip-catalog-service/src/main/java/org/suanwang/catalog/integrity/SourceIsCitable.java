package org.suanwang.catalog.integrity;

import java.util.List;
import java.util.stream.Stream;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;
import org.suanwang.catalog.provenance.Source;

/** Text that no person answers for supports no claim, nor does a text that nobody could find. */
final class SourceIsCitable implements IntegrityRule {
  @Override
  public List<Finding> check(Catalog catalog) {
    return Stream.concat(machineWritten(catalog), notFindable(catalog)).toList();
  }

  private Stream<Finding> machineWritten(Catalog catalog) {
    return catalog.claims().stream()
        .filter(c -> !c.tier().isCitable())
        .map(
            c ->
                new Finding(
                    Severity.ERROR,
                    name(),
                    c.id(),
                    "machine-written text is never citable; name what it was taken from"));
  }

  private Stream<Finding> notFindable(Catalog catalog) {
    return catalog.content().sources().stream()
        .filter(s -> !s.isFindable())
        .map(Source::id)
        .map(
            id ->
                new Finding(
                    Severity.ERROR,
                    name(),
                    id,
                    "nobody could find this source; name its publisher and title, or give the"
                        + " address of the document, not of the site"));
  }
}
