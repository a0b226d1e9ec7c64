package org.suanwang.market.bridge;

import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.scenario.PublishedModel;

/** Finds which name of a model plays a role. */
final class RoleNames {
  private RoleNames() {}

  static String require(PublishedModel model, String role) {
    return model
        .roles()
        .find(role)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "model",
                    model.version().id(),
                    "must say which of its names plays the role " + role,
                    "add \"bridge: roles: "
                        + role
                        + ": …\" to the model, or use another of GET /v1/models"));
  }
}
