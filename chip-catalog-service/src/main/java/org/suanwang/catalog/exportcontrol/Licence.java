package org.suanwang.catalog.exportcontrol;

/** Whether a rule, by itself, asks for a licence to send an item to a destination. */
public enum Licence {
  /** It does, unless an exception is used. */
  REQUIRED,
  NOT_REQUIRED,
  UNKNOWN,
  /** The rule asks for none, or nothing is computed from it. */
  NOT_ASKED
}
