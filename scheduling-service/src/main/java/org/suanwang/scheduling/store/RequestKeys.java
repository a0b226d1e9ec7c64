package org.suanwang.scheduling.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.ConflictException;
import org.suanwang.scheduling.check.RequestKey;

/** Remembers which request made what, so that a repeated one makes nothing new. */
@ApplicationScoped
class RequestKeys implements PanacheRepositoryBase<RequestKeyEntity, RequestKeyEntity.Id> {
  /**
   * What the same request made before; empty when it is new or has no key.
   *
   * @throws ConflictException when the key came with another body or query before
   */
  Optional<String> findMade(String scope, @Nullable RequestKey key) {
    if (key == null) {
      return Optional.empty();
    }
    RequestKeyEntity before = findById(new RequestKeyEntity.Id(scope, key.key()));
    if (before == null) {
      return Optional.empty();
    }
    if (!before.bodyHash.equals(key.bodyHash())) {
      throw new ConflictException(
          "this Idempotency-Key came with another body or query before; use a new key for a new request");
    }
    return Optional.of(before.createdId);
  }

  /**
   * Keeps what the request made, in the same transaction.
   *
   * @throws ConflictException when the same request is being served at this moment
   */
  void remember(String scope, @Nullable RequestKey key, String createdId) {
    if (key == null) {
      return;
    }
    RequestKeyEntity row = new RequestKeyEntity();
    row.id = new RequestKeyEntity.Id(scope, key.key());
    row.bodyHash = key.bodyHash();
    row.createdId = createdId;
    row.createdAt = EdgeClock.now();
    try {
      persistAndFlush(row);
    } catch (ConstraintViolationException e) {
      throw new ConflictException(
          "the same Idempotency-Key is being served at this moment; repeat the request");
    }
  }
}
