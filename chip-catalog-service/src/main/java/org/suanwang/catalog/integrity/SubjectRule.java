package org.suanwang.catalog.integrity;

import java.util.List;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Finding;

/** A rule about one subject at a time, which need not look at any other. */
interface SubjectRule extends IntegrityRule {
  /** Everything in the dossier that breaks the rule; the catalogue is for looking names up. */
  List<Finding> check(Catalog catalog, Dossier dossier);

  @Override
  default List<Finding> check(Catalog catalog) {
    return catalog.dossiers().stream().flatMap(d -> check(catalog, d).stream()).toList();
  }
}
