package org.suanwang.market.rest;

import java.time.Instant;
import java.util.List;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.scenario.Scenario;

/** A model in a list. */
public record ModelSummary(
    String id,
    String version,
    Instant publishedAt,
    String title,
    int parameters,
    int variables,
    List<String> scenarios) {
  static ModelSummary of(PublishedModel model) {
    return new ModelSummary(
        model.version().id(),
        model.version().version(),
        model.version().publishedAt(),
        model.model().title(),
        model.model().parameters().size(),
        model.model().variables().size(),
        model.scenarios().stream().map(Scenario::name).toList());
  }
}
