package org.suanwang.market.parameter;

/** How close a source stands to the fact it states. */
public enum Tier {
  /** A government body, a statistics office, a standard. */
  OFFICIAL,
  /** The maker, operator or organiser of the thing itself, or a measurement. */
  PRIMARY,
  /** A research institute or a person of science, as quoted. */
  RESEARCH,
  /** A bank's or broker's own estimate. */
  BROKER,
  /** News and what is passed on without its origin. */
  PRESS,
  /** Nobody's: a choice of this model, which therefore carries a rationale. */
  OWN
}
