package org.suanwang.catalog.rest;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.check.Suggestion;
import org.suanwang.catalog.check.Violation;

/**
 * Refuses query parameters that a call does not know, or that are given twice: left aside in
 * silence, {@code ?limt=5} would answer everything. What a call knows is read from its method.
 */
final class KnownParameters {
  /** Who may not ask at all is told so first. */
  private static final int PRIORITY = Priorities.AUTHORIZATION + 1;

  private final ServedCatalogs served;

  KnownParameters(ServedCatalogs served) {
    this.served = served;
  }

  @ServerRequestFilter(priority = PRIORITY)
  void requireKnown(ResourceInfo call, UriInfo uri, HttpHeaders headers) {
    var given = uri.getQueryParameters();
    if (given.isEmpty()) {
      return;
    }
    if (call.getResourceMethod().isAnnotationPresent(OwnParameters.class)) {
      requireSearch(given, headers);
      return;
    }
    NavigableSet<String> known = names(call.getResourceMethod());
    List<Violation> violations = new ArrayList<>();
    given.forEach(
        (name, values) -> {
          if (!known.contains(name)) {
            violations.add(unknown(name, values.getFirst(), known));
          } else if (values.size() > 1) {
            violations.add(repeated(name, values));
          }
        });
    if (!violations.isEmpty()) {
      throw new InvalidInputException(violations);
    }
  }

  /** Whoever knows the version is answered before the call reads what it was sent. */
  private void requireSearch(Map<String, List<String>> given, HttpHeaders headers) {
    if (headers.getHeaderString(HttpHeaders.IF_NONE_MATCH) != null) {
      SearchParameters.read(served.require().index(), Viewpoint.without(given));
    }
  }

  private static NavigableSet<String> names(Method method) {
    NavigableSet<String> names = new TreeSet<>();
    for (Parameter parameter : method.getParameters()) {
      Arrays.stream(parameter.getAnnotationsByType(QueryParam.class))
          .map(QueryParam::value)
          .forEach(names::add);
    }
    return names;
  }

  private static Violation unknown(String name, String value, NavigableSet<String> known) {
    String all =
        known.isEmpty()
            ? "this call takes no parameters"
            : "use one of: " + String.join(", ", known);
    List<String> nearest = Suggestion.nearest(name, known);
    String remedy = nearest.isEmpty() ? all : all + "; did you mean " + nearest.getFirst() + "?";
    return new Violation(name, value, "is not a parameter of this call", remedy);
  }

  static Violation repeated(String name, List<String> values) {
    return new Violation(
        name, String.join(", ", values), "must be given once", "leave all but one out");
  }
}
