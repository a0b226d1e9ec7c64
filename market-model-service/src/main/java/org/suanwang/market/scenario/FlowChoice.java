package org.suanwang.market.scenario;

import org.jspecify.annotations.Nullable;
import org.suanwang.market.formula.RoundingPolicy.Flow;

/**
 * Another answer to the question whether the exact or the printed value flows on.
 *
 * @param variable the variable it is for; null for all variables
 */
public record FlowChoice(@Nullable String variable, Flow flow, String rationale, String givenBy) {}
