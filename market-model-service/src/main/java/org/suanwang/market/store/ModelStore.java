package org.suanwang.market.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.ConflictException;
import org.suanwang.market.scenario.ModelVersion;

/** The model versions in PostgreSQL. A version is written once; writing it again does nothing. */
@ApplicationScoped
public class ModelStore implements PanacheRepositoryBase<ModelVersionEntity, String> {
  private static final TypeReference<List<StoredModel.File>> FILES = new TypeReference<>() {};

  /** Its own, because the limits on requests' texts are not for whole files. */
  private final ObjectMapper json = new ObjectMapper();

  /**
   * Writes a version unless it is there, and remembers the key it came with.
   *
   * @param idempotencyKey null when the sender gave none
   * @return true when the version is new
   * @throws ConflictException when the key came with another model before
   */
  @Transactional
  public boolean keep(StoredModel model, @Nullable String idempotencyKey) {
    boolean created = insert(model);
    if (idempotencyKey != null) {
      requireSameKey(model, idempotencyKey);
    }
    return created;
  }

  /**
   * Writes a version as the next of its model.
   *
   * @param newest the version that must be the newest when this one is new; empty when the model
   *     must not be there yet
   * @throws ConflictException when another is the newest, or the key came with another model before
   */
  @Transactional
  public boolean keepNext(
      StoredModel model, Optional<String> newest, @Nullable String idempotencyKey) {
    // One writer at a time for a model, until the transaction ends.
    getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery("select pg_advisory_xact_lock(hashtext(:id))", Object.class)
        .setParameter("id", model.id())
        .getSingleResultOrNull();
    List<ModelVersion> there = versions(model.id());
    boolean known = there.stream().anyMatch(v -> v.version().equals(model.version()));
    Optional<String> found = there.stream().findFirst().map(ModelVersion::version);
    if (!known && !found.equals(newest)) {
      throw new ConflictException(
          found.isPresent()
              ? "the newest version of \"%s\" is %s; look at it, and name it or another id"
                  .formatted(model.id(), found.get())
              : "there is no version of \"" + model.id() + "\" any more");
    }
    return keep(model, idempotencyKey);
  }

  /** What a key led to before. */
  @Transactional
  public Optional<StoredModel> findByKey(String idempotencyKey) {
    return getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(
            "select reference from publication_key where idempotency_key = :key", String.class)
        .setParameter("key", idempotencyKey)
        .uniqueResultOptional()
        .flatMap(this::findModel);
  }

  /** The versions of a model, the newest first, without reading their files. */
  @Transactional
  public List<ModelVersion> versions(String id) {
    return getEntityManager()
        .createQuery(
            """
            select m.version, m.publishedAt from ModelVersionEntity m
            where m.modelId = :id order by m.sequence desc""",
            Object[].class)
        .setParameter("id", id)
        .getResultStream()
        .map(row -> new ModelVersion(id, (String) row[0], (Instant) row[1]))
        .toList();
  }

  private boolean insert(StoredModel model) {
    return getEntityManager()
            .createNativeQuery(
                """
                insert into model_version
                  (reference, model_id, version, origin, published_at, files)
                values (:reference, :id, :version, :origin, :publishedAt, :files)
                on conflict (reference) do nothing""")
            .setParameter("reference", model.reference())
            .setParameter("id", model.id())
            .setParameter("version", model.version())
            .setParameter("origin", model.origin().name())
            .setParameter("publishedAt", model.publishedAt())
            .setParameter("files", write(model.files()))
            .executeUpdate()
        == 1;
  }

  private void requireSameKey(StoredModel model, String key) {
    getEntityManager()
        .createNativeQuery(
            """
            insert into publication_key (idempotency_key, reference, received_at)
            values (:key, :reference, :at) on conflict (idempotency_key) do nothing""")
        .setParameter("key", key)
        .setParameter("reference", model.reference())
        .setParameter("at", model.publishedAt())
        .executeUpdate();
    Object reference =
        getEntityManager()
            .createNativeQuery("select reference from publication_key where idempotency_key = :key")
            .setParameter("key", key)
            .getSingleResult();
    if (!model.reference().equals(reference)) {
      throw new ConflictException(
          "the Idempotency-Key \"" + key + "\" came with another model before; use a new key");
    }
  }

  /** A version, or an id's newest one. */
  @Transactional
  public Optional<StoredModel> findModel(String reference) {
    return reference.contains("@")
        ? findByIdOptional(reference).map(this::read)
        : find("modelId = ?1 order by sequence desc", reference)
            .firstResultOptional()
            .map(this::read);
  }

  /** The ids that users have published, in alphabetical order. */
  @Transactional
  public List<String> postedIds() {
    return getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(
            "select distinct model_id from model_version where origin = 'POSTED' order by model_id",
            String.class)
        .getResultList();
  }

  private StoredModel read(ModelVersionEntity row) {
    try {
      Instant publishedAt = row.publishedAt;
      return new StoredModel(
          row.modelId,
          row.version,
          StoredModel.Origin.valueOf(row.origin),
          publishedAt,
          json.readValue(row.files, FILES));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the stored files of " + row.reference, e);
    }
  }

  private String write(List<StoredModel.File> files) {
    try {
      return json.writeValueAsString(files);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("files are always writable as JSON", e);
    }
  }
}
