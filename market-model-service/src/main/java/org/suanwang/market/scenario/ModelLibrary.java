package org.suanwang.market.scenario;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.NotFoundException;

/** The published models: a port, because they live in a database. Versions are never changed. */
public interface ModelLibrary {
  /** The newest version of every model, by id. */
  List<PublishedModel> list();

  /**
   * A model by its id.
   *
   * @param reference an id for its newest version, or {@code id@version}
   */
  Optional<PublishedModel> find(String reference);

  /**
   * A model by its id, or a complaint.
   *
   * @throws NotFoundException when there is none
   */
  default PublishedModel require(String reference) {
    return find(reference)
        .orElseThrow(
            () ->
                new NotFoundException("model", reference, "GET /v1/models lists those there are"));
  }

  /**
   * Checks a posted model and keeps it. Posting the same text again gives the same version.
   *
   * @param document the model as one JSON or YAML document
   * @param idempotencyKey the sender's name for this request; null when it gave none
   */
  Publication publish(String document, @Nullable String idempotencyKey);

  /**
   * A publication's outcome.
   *
   * @param created false when this version was already there
   */
  record Publication(PublishedModel model, boolean created) {}
}
