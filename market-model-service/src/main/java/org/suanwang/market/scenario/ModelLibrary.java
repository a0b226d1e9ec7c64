package org.suanwang.market.scenario;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.NotFoundException;
import org.suanwang.market.model.Suggestion;

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
    return find(reference).orElseThrow(() -> missing(reference));
  }

  private NotFoundException missing(String reference) {
    int at = reference.indexOf('@');
    String id = at < 0 ? reference : reference.substring(0, at);
    List<String> ids = list().stream().map(model -> model.version().id()).toList();
    String remedy =
        ids.contains(id)
            ? "GET /v1/models/" + id + "/versions lists the versions there are"
            : Suggestion.remedy(id, ids, "GET /v1/models lists those there are");
    return new NotFoundException("model", reference, remedy);
  }

  /**
   * Checks a posted model and keeps it. Posting the same text again gives the same version.
   *
   * @param document the model as one JSON or YAML document
   * @param idempotencyKey the sender's name for this request; null when it gave none
   */
  Publication publish(String document, @Nullable String idempotencyKey);

  /**
   * A model as the document that it could be published from, under an id that is free.
   *
   * @param reference an id for its newest version, or {@code id@version}
   * @throws NotFoundException when there is none
   */
  Document document(String reference);

  /** One text that holds a whole model. */
  interface Document {
    /** As YAML; of a model that was posted as one document and not added to, that very text. */
    String yaml();

    String json();
  }

  /** The versions of a model there are, the newest first; empty when there is no such model. */
  List<ModelVersion> versions(String id);

  /**
   * Publishes a model with one scenario more and everything else as it is: as that model's next
   * version, or as another model. A version that is named must still be the newest of its model.
   *
   * @param reference the model, as in {@link #find}
   * @param idempotencyKey the sender's name for this request; null when it gave none
   * @throws NotFoundException when there is no such model
   * @throws org.suanwang.market.check.InvalidInputException when the scenario does not fit
   * @throws org.suanwang.market.check.ConflictException when the id is not the sender's to take, or
   *     a newer version was published meanwhile
   */
  Publication add(String reference, ScenarioFork fork, @Nullable String idempotencyKey);

  /**
   * A scenario to be added to a model.
   *
   * @param id of the model that holds it; null for the same model
   * @param title of that model; null for the same title
   * @param name the scenario's name
   * @param document the scenario as JSON or YAML, as in a model's files
   */
  record ScenarioFork(@Nullable String id, @Nullable String title, String name, String document) {}

  /**
   * A publication's outcome.
   *
   * @param created false when this version was already there
   */
  record Publication(PublishedModel model, boolean created) {}
}
