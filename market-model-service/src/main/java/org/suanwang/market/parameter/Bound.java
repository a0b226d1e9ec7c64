package org.suanwang.market.parameter;

/**
 * What a stated number says about the true one: a target of "at least 60 %" is no value of 60 %.
 */
public enum Bound {
  EXACTLY,
  AT_LEAST,
  AT_MOST,
  ABOUT
}
