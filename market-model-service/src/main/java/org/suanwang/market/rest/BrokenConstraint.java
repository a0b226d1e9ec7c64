package org.suanwang.market.rest;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.Violation;

/** Says which constraint a request breaks, in words of the contract. */
final class BrokenConstraint {
  /** What a header's parameter is called in Java. */
  private static final Map<String, String> HEADERS = Map.of("idempotencyKey", "Idempotency-Key");

  /** What bodies' parameters are called in Java. */
  private static final Set<String> BODIES = Set.of("request", "question", "document", "file");

  private BrokenConstraint() {}

  static Violation violation(ConstraintViolation<?> broken) {
    return new Violation(
        field(broken.getPropertyPath()),
        shown(broken.getInvalidValue()),
        broken.getMessage(),
        remedy(broken.getConstraintDescriptor().getAnnotation()));
  }

  /** The path as it was sent: without the method, and without the name we give to a body. */
  private static String field(Path path) {
    String parameter = "";
    var inner = new StringBuilder();
    for (Path.Node node : path) {
      if (node.getKind() == ElementKind.PARAMETER) {
        parameter = String.valueOf(node.getName());
      } else if (node.getKind() != ElementKind.METHOD) {
        inner.append(step(node));
      }
    }
    if (!inner.isEmpty()) {
      return inner.charAt(0) == '.' ? inner.substring(1) : inner.toString();
    }
    return BODIES.contains(parameter) ? "(body)" : HEADERS.getOrDefault(parameter, parameter);
  }

  /** The place in a list or of a name that leads here, and the field there unless it is all. */
  private static String step(Path.Node node) {
    String place = node.getIndex() == null ? "" : "[" + node.getIndex() + "]";
    String key = node.getKey() == null ? "" : "." + node.getKey();
    boolean isField = node.getKind() == ElementKind.PROPERTY;
    return place + key + (isField ? "." + node.getName() : "");
  }

  private static String remedy(Object constraint) {
    return switch (constraint) {
      case NotNull _, NotBlank _, NotEmpty _ -> "send it; /q/openapi describes the call";
      case Size size when size.max() < Integer.MAX_VALUE ->
          "send at most " + size.max() + (size.min() > 0 ? " and at least " + size.min() : "");
      default -> "send it in this form";
    };
  }

  /** A value as its sender knows it; what is built of parts would show our classes' names. */
  private static String shown(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case CharSequence text -> text.toString();
      case Number number -> number.toString();
      case Boolean truth -> truth.toString();
      case Enum<?> constant -> constant.name();
      case Collection<?> items -> items.size() + " item(s)";
      case Map<?, ?> entries -> entries.size() + " entries";
      default -> "";
    };
  }
}
