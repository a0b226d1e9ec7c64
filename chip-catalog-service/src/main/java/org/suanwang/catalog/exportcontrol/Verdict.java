package org.suanwang.catalog.exportcontrol;

/** What a rule says of an item. */
public enum Verdict {
  /** Under the paragraph told; under one of them when several are told. */
  CONTROLLED,
  NOT_CONTROLLED,
  /** What is known does not decide it. */
  UNKNOWN,
  /** The review policy, the duty or the letter told applies. */
  APPLIES,
  DOES_NOT_APPLY,
  /** The rule does not look at such items, or not at this destination. */
  NOT_APPLICABLE,
  /** The rule is known here, but nothing is computed from it. */
  INFORMATION
}
