package org.suanwang.catalog.integrity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Finding;
import org.suanwang.catalog.catalog.Finding.Severity;

/** The same accelerator is not entered twice: no two of a vendor bear the same name. */
final class RowsAreNotDuplicated implements IntegrityRule {
  @Override
  public List<Finding> check(Catalog catalog) {
    Map<String, String> firstByName = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (Accelerator a : catalog.accelerators()) {
      for (String name : names(a)) {
        String first = firstByName.putIfAbsent(a.vendorId() + " " + name, a.id());
        if (first != null && !first.equals(a.id())) {
          findings.add(
              new Finding(
                  Severity.WARNING,
                  name(),
                  a.id(),
                  "it bears a name of "
                      + first
                      + " (\""
                      + name
                      + "\"); if it is the same, move its claims there, else rename one"));
        }
      }
    }
    return findings;
  }

  private static Set<String> names(Accelerator a) {
    Set<String> names = new LinkedHashSet<>();
    names.add(plain(a.name()));
    a.aliases().forEach(alias -> names.add(plain(alias)));
    return names;
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s_-]+", "");
  }
}
