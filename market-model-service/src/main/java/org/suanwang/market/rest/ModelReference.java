package org.suanwang.market.rest;

import org.suanwang.market.scenario.PublishedModel;

/** The model version an answer was computed with. */
public record ModelReference(String id, String version) {
  static ModelReference of(PublishedModel model) {
    return new ModelReference(model.version().id(), model.version().version());
  }
}
