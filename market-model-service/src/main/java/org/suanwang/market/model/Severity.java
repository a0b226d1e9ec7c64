package org.suanwang.market.model;

/** What a finding means for the model. */
public enum Severity {
  /** The model is refused. */
  ERROR,
  /** The model computes, but a reader must be told. */
  WARNING,
  /** Worth knowing. */
  NOTE
}
