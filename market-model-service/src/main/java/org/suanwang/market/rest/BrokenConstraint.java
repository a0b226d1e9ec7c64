package org.suanwang.market.rest;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.Violation;

/** Says which constraint a request breaks, in words of the contract. */
final class BrokenConstraint {
  /** What a header's parameter is called in Java. */
  private static final Map<String, String> HEADERS = Map.of("idempotencyKey", "Idempotency-Key");

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
    String text = path.toString();
    String parameter = "";
    Iterator<Path.Node> nodes = path.iterator();
    while (nodes.hasNext()) {
      Path.Node node = nodes.next();
      if (node.getKind() == ElementKind.PARAMETER) {
        parameter = node.toString();
      }
    }
    int start = parameter.isEmpty() ? 0 : text.indexOf("." + parameter) + 1;
    String inner = text.substring(start);
    boolean isBody = inner.startsWith(parameter + ".") && !parameter.isEmpty();
    String field = isBody ? inner.substring(parameter.length() + 1) : inner;
    return HEADERS.getOrDefault(field, field);
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
