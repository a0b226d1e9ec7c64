package org.suanwang.market.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.Violation;
import org.suanwang.market.goalseek.GoalSeekResult;
import org.suanwang.market.goalseek.GoalSeekResult.Jump;
import org.suanwang.market.goalseek.GoalSeekResult.Place;
import org.suanwang.market.scenario.PublishedModel;

/**
 * Where the output meets its target in the interval that was searched.
 *
 * @param from where the search began: never below 0 % for a share
 * @param to where it ended: never above 100 % for a share
 * @param summary what was found, in a sentence
 * @param solutions in rising order; none when the target is not met
 * @param jumps where the output leaps over the target without meeting it, as rounding makes it do
 * @param monotone whether the output rose all along, or fell all along; if not, solutions close
 *     together may have been missed
 * @param lowest the lowest output met with, and where
 * @param highest the highest output met with, and where
 * @param nearest where the output was nearest to the target; left out when it meets it somewhere
 * @param withoutResult at how many of the places looked at there is no result
 * @param reason why there is none at the first of them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "GoalSeekAnswer")
public record GoalSeekBody(
    ModelReference model,
    String scenario,
    String parameter,
    String unit,
    String output,
    String outputUnit,
    double from,
    double to,
    String summary,
    List<Place> solutions,
    List<Jump> jumps,
    boolean monotone,
    Place lowest,
    Place highest,
    @Nullable Place nearest,
    int withoutResult,
    @Nullable Violation reason) {
  static GoalSeekBody of(
      GoalSeekQuestion question, PublishedModel published, GoalSeekResult result) {
    return new GoalSeekBody(
        ModelReference.of(
            published, question.read(published).assumptions(), List.of(question.output())),
        question.scenario() == null ? PublishedModel.BASE : question.scenario(),
        question.parameter(),
        result.unit().text(),
        question.output(),
        result.outputUnit().text(),
        result.low(),
        result.high(),
        result.text(),
        result.solutions(),
        result.jumps(),
        result.monotone(),
        result.lowest(),
        result.highest(),
        result.nearest(),
        result.withoutResult(),
        result.reason());
  }
}
