package org.suanwang.scheduling.rest;

import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.check.NotFoundException;

/**
 * Refuses query parameters that a call does not know, or that are given twice: left aside in
 * silence, {@code ?limt=5} would answer everything. What a call knows is read from its method. No
 * id has control characters in it, and PostgreSQL would not even be asked for one.
 */
final class AddressCheck {
  @ServerRequestFilter
  void check(ResourceInfo call, UriInfo uri) {
    String id = uri.getPathParameters().getFirst("id");
    if (id != null && !Findings.isPrintable(id)) {
      throw new NotFoundException("entry of this list", id, "ask the list for its ids");
    }
    var given = uri.getQueryParameters();
    if (given.isEmpty()) {
      return;
    }
    NavigableSet<String> known = names(call.getResourceMethod());
    Findings findings = new Findings();
    given.forEach((name, values) -> check(findings, name, values, known));
    findings.throwIfAny();
  }

  private static NavigableSet<String> names(Method method) {
    NavigableSet<String> names = new TreeSet<>();
    for (Parameter parameter : method.getParameters()) {
      RestQuery query = parameter.getAnnotation(RestQuery.class);
      if (query != null) {
        names.add(query.value().isEmpty() ? parameter.getName() : query.value());
      }
    }
    return names;
  }

  private static void check(
      Findings findings, String name, List<String> values, NavigableSet<String> known) {
    if (!known.contains(name)) {
      String remedy =
          known.isEmpty()
              ? "this call takes no parameters"
              : "use one of: " + String.join(", ", known);
      findings.add(name, values.getFirst(), "is not a parameter of this call", remedy);
    } else if (values.size() > 1) {
      findings.add(name, String.join(", ", values), "must be given once", "leave all but one out");
    }
  }
}
