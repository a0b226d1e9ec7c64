package org.suanwang.market.rest;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.Violation;

/**
 * Refuses query parameters that a call does not know, so that a misspelt one is not silently left
 * out, and whole numbers that are none, which the framework would answer with 404. What a call
 * knows is read from its resource method.
 */
// The methods' parameters are read at run time; a test keeps this list whole.
@RegisterForReflection(
    targets = {
      ModelResource.class,
      ComparisonResource.class,
      EvaluationResource.class,
      DemandResource.class,
      ReconciliationResource.class,
      AnalysisResource.class,
      BackTestResource.class,
      SeriesResource.class,
      WorkbookResource.class,
      CatalogueValuesResource.class
    },
    fields = false)
final class QueryParameters {
  private final Map<Method, Map<String, QueryParameter>> known = new ConcurrentHashMap<>();

  /**
   * Checks the query of a request before its method is called.
   *
   * @throws InvalidInputException with every fault
   */
  @ServerRequestFilter
  void check(ResourceInfo resource, UriInfo uri) {
    var parameters = known.computeIfAbsent(resource.getResourceMethod(), QueryParameters::read);
    var faults = new ArrayList<Violation>();
    new TreeMap<>(uri.getQueryParameters())
        .forEach(
            (name, values) -> {
              QueryParameter parameter = parameters.get(name);
              if (parameter == null) {
                faults.add(unknown(name, values.getFirst(), parameters));
              } else {
                parameter.check(values).ifPresent(faults::add);
              }
            });
    if (!faults.isEmpty()) {
      throw new InvalidInputException(faults);
    }
  }

  private static Map<String, QueryParameter> read(Method method) {
    var parameters = new TreeMap<String, QueryParameter>();
    Arrays.stream(method.getParameters())
        .flatMap(p -> QueryParameter.of(p).stream())
        .forEach(p -> parameters.put(p.name(), p));
    return parameters;
  }

  private static Violation unknown(
      String name, String value, Map<String, QueryParameter> parameters) {
    return new Violation(
        name,
        value,
        "is not a parameter of this call",
        parameters.isEmpty()
            ? "this call takes no parameters"
            : "use one of: " + String.join(", ", parameters.keySet()));
  }
}
