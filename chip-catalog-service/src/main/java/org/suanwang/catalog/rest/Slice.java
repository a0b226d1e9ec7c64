package org.suanwang.catalog.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.catalog.CanonicalForm;
import org.suanwang.catalog.check.InvalidInputException;

/**
 * One page of a list. A cursor names the last item of the page before, and the question that it
 * belongs to; it stays good when the catalogue changes.
 *
 * @param nextCursor null on the last page
 */
record Slice<T>(List<T> items, @Nullable String nextCursor) {
  private static final int QUESTION_DIGITS = 8;

  static <T> Slice<T> of(
      List<T> all, Function<T, String> id, int limit, @Nullable String cursor, String question) {
    String questionHash = CanonicalForm.sha256(question).substring(0, QUESTION_DIGITS);
    int from = cursor == null ? 0 : 1 + indexOf(all, id, cursor, questionHash);
    int to = Math.min(all.size(), from + limit);
    List<T> items = all.subList(from, to);
    boolean isLast = to == all.size() || items.isEmpty();
    return new Slice<>(items, isLast ? null : encode(questionHash + id.apply(items.getLast())));
  }

  private static <T> int indexOf(
      List<T> all, Function<T, String> id, String cursor, String questionHash) {
    String decoded = decode(cursor);
    if (!decoded.startsWith(questionHash)) {
      throw refuse(cursor);
    }
    String last = decoded.substring(questionHash.length());
    return IntStream.range(0, all.size())
        .filter(i -> id.apply(all.get(i)).equals(last))
        .findFirst()
        .orElseThrow(() -> refuse(cursor));
  }

  static String encode(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static String decode(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw refuse(cursor);
    }
  }

  static InvalidInputException refuse(String cursor) {
    return new InvalidInputException(
        "cursor",
        cursor,
        "must be the nextCursor of an answer to the same question",
        "leave it out to begin again");
  }
}
