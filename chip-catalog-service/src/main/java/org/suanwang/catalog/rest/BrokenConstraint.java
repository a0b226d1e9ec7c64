package org.suanwang.catalog.rest;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.check.Violation;

/**
 * Says which field of a body breaks which constraint, in words of the contract. The validator's own
 * sentences depend on the machine's language, and its paths on the names of our methods.
 */
final class BrokenConstraint {
  private static final String BODY = "(body)";

  private BrokenConstraint() {}

  static Violation violation(ConstraintViolation<?> v) {
    Annotation constraint = v.getConstraintDescriptor().getAnnotation();
    boolean isText = v.getInvalidValue() instanceof CharSequence;
    String rule =
        switch (constraint) {
          case NotNull _ -> "must be given";
          case NotBlank _ -> "must be a text that is not blank";
          case Size size -> size(size, isText);
          default -> v.getMessage();
        };
    return new Violation(field(v.getPropertyPath()), shown(v.getInvalidValue()), rule, remedy(v));
  }

  private static String size(Size size, boolean isText) {
    String unit = isText ? " characters" : " items";
    return size.min() == 0
        ? "must have at most " + size.max() + unit
        : "must have " + size.min() + " to " + size.max() + unit;
  }

  private static String remedy(ConstraintViolation<?> v) {
    return switch (v.getConstraintDescriptor().getAnnotation()) {
      case NotNull _, NotBlank _ -> "add it; /q/openapi shows an example";
      case Size size when v.getInvalidValue() instanceof Collection<?> items ->
          items.size() < size.min() ? "add more" : "leave some out, or send several requests";
      case Size _ -> "shorten it";
      default -> "send a value within this rule; /q/openapi shows an example";
    };
  }

  /** The path in the body that was sent: the method and its parameter are ours. */
  private static String field(Path path) {
    StringBuilder field = new StringBuilder();
    for (Path.Node node : path) {
      if (node.getKind() == ElementKind.METHOD || node.getKind() == ElementKind.PARAMETER) {
        continue;
      }
      if (node.getIndex() != null) {
        field.append('[').append(node.getIndex()).append(']');
      }
      if (node.getKind() == ElementKind.PROPERTY) {
        field.append(field.isEmpty() ? "" : ".").append(node.getName());
      }
    }
    return field.isEmpty() ? BODY : field.toString();
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
