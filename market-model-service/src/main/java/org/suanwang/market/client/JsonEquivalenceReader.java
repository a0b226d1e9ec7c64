package org.suanwang.market.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.bridge.Equivalence;
import org.suanwang.market.bridge.EquivalenceReader;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.Violation;
import org.suanwang.market.quantity.Numeral;

/**
 * Reads what is needed from the catalogue's answer and lets the rest pass, so that the catalogue
 * may add fields.
 */
@ApplicationScoped
public class JsonEquivalenceReader implements EquivalenceReader {
  private static final long COUNT_MAX = 1_000_000_000L;
  private static final int ID_LENGTH_MAX = 100;

  private final ObjectMapper json;

  JsonEquivalenceReader(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public Equivalence read(String field, String text) {
    JsonNode answer;
    try {
      answer = json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new InvalidInputException(
          field, text, "must be JSON", "send the catalogue's answer unchanged");
    }
    var faults = new ArrayList<Violation>();
    long to = count(answer, "/to/count/value", field, faults);
    var equivalence =
        new Equivalence(
            id(answer, "/catalogVersion/id", field, faults),
            id(answer, "/from/accelerator", field, faults),
            count(answer, "/from/count/value", field, faults),
            id(answer, "/to/accelerator", field, faults),
            to,
            countOr(answer, "/to/count/low", to, field, faults),
            countOr(answer, "/to/count/high", to, field, faults),
            reached(answer),
            text);
    if (!faults.isEmpty()) {
      throw new InvalidInputException(faults);
    }
    return equivalence;
  }

  /**
   * What both sides reach of their peaks: effective throughput over peak. Null when it does not
   * count, or is not there as numbers; then only peaks are known to have been compared.
   */
  private static Equivalence.@Nullable Reached reached(JsonNode answer) {
    JsonNode peaks = constraint(answer, "throughput");
    JsonNode effective = constraint(answer, "effectiveThroughput");
    BigFraction from = share(effective.at("/from/value"), peaks.at("/from/value"));
    BigFraction to = share(effective.at("/to/value"), peaks.at("/to/value"));
    boolean counts = effective.path("counts").asBoolean(true);
    return counts && from != null && to != null ? new Equivalence.Reached(from, to) : null;
  }

  private static JsonNode constraint(JsonNode answer, String name) {
    for (JsonNode constraint : answer.path("constraints")) {
      if (constraint.path("name").asText().equals(name)) {
        return constraint;
      }
    }
    return MissingNode.getInstance();
  }

  private static @Nullable BigFraction share(JsonNode effective, JsonNode peak) {
    try {
      return effective.isNumber() && peak.isNumber() && peak.decimalValue().signum() > 0
          ? Numeral.of(effective.decimalValue()).divide(Numeral.of(peak.decimalValue()))
          : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static String id(JsonNode answer, String path, String field, List<Violation> faults) {
    JsonNode node = answer.at(path);
    if (node.isTextual() && !node.asText().isBlank() && node.asText().length() <= ID_LENGTH_MAX) {
      return node.asText();
    }
    faults.add(fault(field, path, node, "must be an id"));
    return "?";
  }

  private static long countOr(
      JsonNode answer, String path, long otherwise, String field, List<Violation> faults) {
    JsonNode node = answer.at(path);
    return node.isMissingNode() || node.isNull() ? otherwise : count(answer, path, field, faults);
  }

  private static long count(JsonNode answer, String path, String field, List<Violation> faults) {
    JsonNode node = answer.at(path);
    boolean whole = node.isNumber() && node.doubleValue() == Math.rint(node.doubleValue());
    if (whole && node.doubleValue() >= 1 && node.doubleValue() <= COUNT_MAX) {
      return (long) node.doubleValue();
    }
    faults.add(fault(field, path, node, "must be a whole number from 1 to " + COUNT_MAX));
    return 1;
  }

  private static Violation fault(String field, String path, JsonNode node, String rule) {
    return new Violation(
        field + path.replace('/', '.'),
        node.isMissingNode() ? "" : node.toString(),
        rule,
        "send the catalogue's answer to POST /v1/equivalences unchanged");
  }
}
