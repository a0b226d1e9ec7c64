package org.suanwang.catalog.exportcontrol;

import java.util.List;

/** Whether an accelerator has a property, with the claims that say so. */
public record Statement(Truth truth, List<String> claimIds) {
  /** Nobody says. */
  public static final Statement UNKNOWN = new Statement(Truth.UNKNOWN, List.of());

  public Statement {
    claimIds = List.copyOf(claimIds);
  }
}
