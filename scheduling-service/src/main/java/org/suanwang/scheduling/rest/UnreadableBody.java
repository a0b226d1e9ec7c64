package org.suanwang.scheduling.rest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Violation;

/**
 * Says what is wrong with a JSON body in words of the contract. The parser's own sentences name
 * Java classes, which are no business of who calls.
 */
final class UnreadableBody {
  private static final Set<Class<?>> WHOLE_NUMBERS =
      Set.of(int.class, Integer.class, long.class, Long.class, BigInteger.class);
  private static final Set<Class<?>> PRIMITIVE_NUMBERS = Set.of(double.class, float.class);

  /** The parser tells the text that it would not read as a number in its sentence only. */
  private static final Pattern REFUSED_COERCION =
      Pattern.compile("Cannot coerce String value \\(\"(.*?)\"\\) to ", Pattern.DOTALL);

  private UnreadableBody() {}

  static Problem problem(JacksonException e) {
    String field = e instanceof JsonMappingException mapping ? path(mapping) : "(body)";
    JsonLocation at = e.getLocation();
    String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    var violation = new Violation(field, value(e), rule(e), remedy(e));
    return Problem.of(400, "The body cannot be read" + where, List.of(violation));
  }

  private static String value(JacksonException e) {
    if (e instanceof InvalidFormatException format) {
      return String.valueOf(format.getValue());
    }
    Matcher refused = REFUSED_COERCION.matcher(String.valueOf(e.getOriginalMessage()));
    return refused.lookingAt() ? refused.group(1) : "";
  }

  private static String remedy(JacksonException e) {
    if (e instanceof UnrecognizedPropertyException unknown
        && unknown.getKnownPropertyIds() != null) {
      return "use one of " + unknown.getKnownPropertyIds();
    }
    return "mend the body; /q/openapi describes it";
  }

  private static String rule(JacksonException e) {
    return switch (e) {
      case UnrecognizedPropertyException _ -> "is not a field of this body";
      case MismatchedInputException mismatch -> mismatch(mismatch);
      case InputCoercionException _ -> "must be a number within the range that is read";
      case StreamConstraintsException _ ->
          "must not nest deeper, nor hold longer texts or numbers, than is read";
      case JsonMappingException mapping when mapping.getCause() instanceof JacksonException cause ->
          rule(cause);
      default -> syntax(e.getOriginalMessage());
    };
  }

  private static String mismatch(MismatchedInputException e) {
    String message = String.valueOf(e.getOriginalMessage());
    if (message.startsWith("Trailing token")) {
      return "must be one JSON value with nothing after it";
    }
    return message.startsWith("No content")
        ? "must not be empty"
        : "must be " + kind(e.getTargetType());
  }

  /** What belongs where something else was found. */
  private static String kind(@Nullable Class<?> type) {
    if (type == null) {
      return "as /q/openapi describes it";
    }
    if (type.isEnum()) {
      return "one of " + Arrays.toString(type.getEnumConstants());
    }
    if (type == OrderNames.class) {
      return "a name, or a list of names";
    }
    if (type == ScoreNames.class) {
      return "a name, or a list of names with weights";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "true or false";
    }
    return numberOrText(type);
  }

  private static String numberOrText(Class<?> type) {
    if (WHOLE_NUMBERS.contains(type)) {
      return "a whole number";
    }
    if (Number.class.isAssignableFrom(type) || PRIMITIVE_NUMBERS.contains(type)) {
      return "a number";
    }
    return CharSequence.class.isAssignableFrom(type)
        ? "a text without control characters"
        : container(type);
  }

  private static String container(Class<?> type) {
    if (Collection.class.isAssignableFrom(type) || type.isArray()) {
      return "a list";
    }
    return Record.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type)
        ? "an object"
        : "as /q/openapi describes it";
  }

  /** The parser's sentence on wrong JSON, unless it speaks of the parser's own settings. */
  private static String syntax(@Nullable String message) {
    String first = message == null ? "" : message.lines().findFirst().orElse("");
    String plain = first.replaceFirst(" \\(start marker.*", "");
    return plain.isEmpty() || plain.contains("`") ? "must be JSON" : plain;
  }

  private static String path(JsonMappingException e) {
    String path =
        e.getPath().stream()
            .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : "." + r.getFieldName())
            .collect(Collectors.joining());
    return path.startsWith(".") ? path.substring(1) : path.isEmpty() ? "(body)" : path;
  }
}
