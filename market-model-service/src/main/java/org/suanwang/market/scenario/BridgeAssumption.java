package org.suanwang.market.scenario;

import org.suanwang.market.parameter.Citation;

/**
 * Something that the way from model to scheduler and back takes for granted.
 *
 * @param name short and stable
 * @param statement what is taken for granted
 * @param rationale why
 * @param about which way takes it for granted
 */
public record BridgeAssumption(
    String name, String statement, String rationale, Part about, Citation source) {
  /** The two ways of the bridge. */
  public enum Part {
    DEMAND,
    RECONCILIATION,
    BOTH
  }
}
