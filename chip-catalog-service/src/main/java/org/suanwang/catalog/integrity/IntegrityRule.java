package org.suanwang.catalog.integrity;

import java.util.List;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Finding;

/** Something that must hold, or ought to hold, of every catalogue. */
interface IntegrityRule {

  /** Everything in the catalogue that breaks the rule, not the first thing. */
  List<Finding> check(Catalog catalog);

  /** The rule's name in findings: its class name. */
  default String name() {
    return getClass().getSimpleName();
  }
}
