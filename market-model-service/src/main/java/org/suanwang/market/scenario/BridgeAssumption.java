package org.suanwang.market.scenario;

import org.suanwang.market.parameter.Citation;

/**
 * Something that the way from model to scheduler and back takes for granted.
 *
 * @param name short and stable
 * @param statement what is taken for granted
 * @param rationale why
 */
public record BridgeAssumption(String name, String statement, String rationale, Citation source) {}
