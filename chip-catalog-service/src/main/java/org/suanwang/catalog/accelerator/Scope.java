package org.suanwang.catalog.accelerator;

/** What one device is, in a claim: a die, a package of dies, or a board of packages. */
public enum Scope {
  DIE,
  PACKAGE,
  BOARD
}
