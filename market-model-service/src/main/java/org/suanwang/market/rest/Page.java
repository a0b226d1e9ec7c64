package org.suanwang.market.rest;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.InvalidInputException;

/**
 * A part of a list.
 *
 * @param nextCursor send it as {@code cursor} for what follows; null at the end
 * @param total how many there are in all
 */
public record Page<T>(List<T> items, @Nullable String nextCursor, int total) {
  /** Cursors are positions: the lists paged here are short and change only with a new version. */
  static <S, T> Page<T> of(List<S> all, @Nullable String cursor, int limit, Function<S, T> toBody) {
    int from = cursor == null ? 0 : position(cursor, all.size());
    int to = Math.min(all.size(), from + limit);
    List<T> items = all.subList(from, to).stream().map(toBody).toList();
    return new Page<>(items, to < all.size() ? String.valueOf(to) : null, all.size());
  }

  private static int position(String cursor, int size) {
    if (cursor.matches("\\d{1,8}") && Integer.parseInt(cursor) <= size) {
      return Integer.parseInt(cursor);
    }
    throw new InvalidInputException(
        "cursor", cursor, "must be the nextCursor of an earlier answer", "leave it out to start");
  }
}
