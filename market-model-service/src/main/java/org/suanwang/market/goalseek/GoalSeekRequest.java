package org.suanwang.market.goalseek;

import org.jspecify.annotations.Nullable;
import org.suanwang.market.scenario.Assumptions;
import org.suanwang.market.scenario.PublishedModel;

/**
 * The question for which value of one parameter an output meets a target, all others as they stand.
 *
 * @param parameter a parameter value or a variable, whose formula the value then stands in for
 * @param output a parameter or variable that depends on it
 * @param target in the output's unit
 * @param from where the search begins, in the parameter's unit; null for the low end of what is
 *     known about its uncertainty
 * @param to where it ends
 */
public record GoalSeekRequest(
    PublishedModel published,
    Assumptions assumptions,
    String parameter,
    String output,
    double target,
    @Nullable Double from,
    @Nullable Double to) {}
