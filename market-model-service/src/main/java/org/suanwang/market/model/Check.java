package org.suanwang.market.model;

import java.util.List;

/** One kind of thing that can be wrong with a model; it finds all occurrences, not the first. */
interface Check {
  List<Finding> check(ModelDraft draft);
}
