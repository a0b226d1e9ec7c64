package org.suanwang.market.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.Violation;

/**
 * A query parameter as the resource method declares it.
 *
 * @param range from which whole number to which; null when it is a text
 * @param otherwise the value when it is left out; null when there is none
 */
record QueryParameter(String name, @Nullable Range range, @Nullable String otherwise) {
  /** Both ends belong to it. */
  record Range(long min, long max) {
    boolean holds(String text) {
      return text.matches("-?\\d{1,18}")
          && Long.parseLong(text) >= min
          && Long.parseLong(text) <= max;
    }
  }

  /** Empty when the method takes this parameter from elsewhere: the path, a header, the body. */
  static Optional<QueryParameter> of(Parameter parameter) {
    QueryParam query = parameter.getAnnotation(QueryParam.class);
    if (query == null) {
      return Optional.empty();
    }
    DefaultValue otherwise = parameter.getAnnotation(DefaultValue.class);
    return Optional.of(
        new QueryParameter(
            query.value(), range(parameter), otherwise == null ? null : otherwise.value()));
  }

  private static @Nullable Range range(Parameter parameter) {
    if (parameter.getType() != int.class && parameter.getType() != Integer.class) {
      return null;
    }
    Min min = parameter.getAnnotation(Min.class);
    Max max = parameter.getAnnotation(Max.class);
    return new Range(
        min == null ? Integer.MIN_VALUE : min.value(),
        max == null ? Integer.MAX_VALUE : max.value());
  }

  /** What is wrong with the values given for it; empty when nothing is. */
  Optional<Violation> check(List<String> values) {
    String remedy =
        otherwise == null ? "send one, or leave it out" : "leave it out for " + otherwise;
    if (values.size() > 1) {
      return Optional.of(
          new Violation(name, String.join(", ", values), "must be given once", remedy));
    }
    if (range == null || range.holds(values.getFirst())) {
      return Optional.empty();
    }
    String rule = "must be a whole number from " + range.min() + " to " + range.max();
    return Optional.of(new Violation(name, values.getFirst(), rule, remedy));
  }
}
