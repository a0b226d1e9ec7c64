package org.suanwang.market.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.backtest.BackTestRequest;
import org.suanwang.market.scenario.PublishedModel;

/**
 * Which forecasts of a model to set beside what became of them.
 *
 * @param model an id for its newest version, or {@code id@version}
 * @param names of its back-tests; left out: all of them
 * @param worlds how many are drawn for each, a power of two from 32; left out: 65,536
 * @param seed of the draws; left out: 1
 */
@Schema(name = "BackTestQuestion")
public record BackTestQuestion(
    @NotBlank @Size(max = 100) String model,
    @Nullable @Size(max = 200) List<@NotBlank @Size(max = 64) String> names,
    @Nullable Long worlds,
    @Nullable Long seed) {
  BackTestRequest read(PublishedModel published) {
    return new BackTestRequest(
        published,
        names == null ? List.of() : names,
        worlds == null ? BackTestRequest.WORLDS : worlds,
        seed == null ? UncertaintyQuestion.SEED : seed);
  }
}
