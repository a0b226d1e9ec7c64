package org.suanwang.catalog.accelerator;

/** What one device is, in a claim: a die, a package of dies, a board of packages, a system. */
public enum Scope {
  DIE,
  PACKAGE,
  BOARD,
  /** A server, a rack or a cluster as a whole. */
  SYSTEM
}
