package org.suanwang.catalog.integrity;

import java.util.List;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;

/** A text that nobody could find supports no claim. */
final class SourceIsFindable implements IntegrityRule {
  @Override
  public List<Finding> check(Catalog catalog) {
    return catalog.sources().stream()
        .filter(s -> !s.isFindable())
        .map(
            s ->
                new Finding(
                    Severity.ERROR,
                    name(),
                    s.id(),
                    "nobody could find this source; name its publisher and title, or give the"
                        + " address of the document, not of the site"))
        .toList();
  }
}
