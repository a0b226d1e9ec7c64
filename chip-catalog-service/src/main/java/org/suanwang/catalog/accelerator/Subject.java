package org.suanwang.catalog.accelerator;

import java.util.List;

/** What claims are about. Its id is unique among all subjects, and holds no dot. */
public sealed interface Subject permits Accelerator, Vendor, Item {
  String id();

  String name();

  /** Other names, Chinese ones included. */
  List<String> aliases();
}
