package org.suanwang.market.scenario;

import org.suanwang.market.quantity.Quantity;

/**
 * Another value for a parameter, or a given value in place of a variable's formula, and why.
 *
 * @param key the parameter or variable, {@code name} or {@code name@2025}
 * @param givenBy the scenario that says so, or {@code request}
 */
public record ValueOverride(String key, Quantity quantity, String rationale, String givenBy) {}
