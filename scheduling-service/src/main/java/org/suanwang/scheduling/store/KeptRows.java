package org.suanwang.scheduling.store;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.ConflictException;
import org.suanwang.scheduling.check.NotFoundException;
import org.suanwang.scheduling.check.RequestKey;
import org.suanwang.scheduling.experiment.Page;

/**
 * Rows that are made once, listed newest first, and kept until they are deleted.
 *
 * @param <E> what a row is
 */
interface KeptRows<E extends KeptRow> extends PanacheRepository<E> {
  /** What a row stands for, in the words of the API; the table is called so too. */
  String kind();

  /** Where they are listed. */
  default String listedAt() {
    return "/v1/" + kind() + "s";
  }

  /** Gives a new row its id and its time; it is not kept yet. */
  default E named(E row) {
    row.id = EdgeClock.freshId(kind());
    row.createdAt = EdgeClock.now();
    return row;
  }

  /** What is thrown where there is none of this id. */
  default NotFoundException missing(String id) {
    return new NotFoundException(kind(), id, "GET " + listedAt() + " lists them");
  }

  /** The row of this id. */
  default E requireRow(String id) {
    return find("id", id).firstResultOptional().orElseThrow(() -> missing(id));
  }

  /**
   * Locks the row of this id until the transaction ends, without reading it: until then nobody
   * changes it, deletes it or makes anything that refers to it. False where there is none.
   */
  default boolean isLocked(String id) {
    return !getEntityManager()
        .createNativeQuery("select number from " + kind() + " where id = :id for update")
        .setParameter("id", id)
        .getResultList()
        .isEmpty();
  }

  /** The same for one that must be there. */
  default void lock(String id) {
    if (!isLocked(id)) {
      throw missing(id);
    }
  }

  /**
   * The row that the same request made before; empty when it is new or has no key.
   *
   * @throws ConflictException when the key came with another body, or the row was deleted since: a
   *     request that comes late does not bring it back
   */
  default Optional<E> findMade(RequestKeys keys, @Nullable RequestKey key) {
    return keys.findMade(kind(), key)
        .map(
            id ->
                find("id", id)
                    .firstResultOptional()
                    .orElseThrow(
                        () ->
                            new ConflictException(
                                "what this Idempotency-Key made, "
                                    + id
                                    + ", was deleted since; use a new key to make another")));
  }

  /** A page of all rows, newest first. */
  default <T> Page<T> page(@Nullable Long cursor, int limit, Function<E, T> view) {
    return page(find("number < ?1 order by number desc", before(cursor)), limit, view);
  }

  /** A page of what is found, newest first. */
  default <T> Page<T> page(PanacheQuery<E> found, int limit, Function<E, T> view) {
    List<E> rows = found.range(0, limit - 1).list();
    return new Page<>(
        rows.stream().map(view).toList(), rows.size() < limit ? null : rows.getLast().number);
  }

  /** Below which number a page begins. */
  static long before(@Nullable Long cursor) {
    return cursor == null ? Long.MAX_VALUE : cursor;
  }
}
