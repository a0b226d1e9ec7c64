package org.suanwang.catalog.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.query.AcceleratorQuery;

/**
 * What a list call asks for.
 *
 * @param facets the fields along which what is found shall be divided
 * @param limit how many at most on this page
 * @param cursor where the page before ended
 */
record SearchRequest(
    AcceleratorQuery query, List<String> facets, int limit, @Nullable String cursor) {
  static final SearchRequest FIRST_PAGE =
      new SearchRequest(AcceleratorQuery.ALL, List.of(), Parameters.LIMIT_DEFAULT, null);
}
