package org.suanwang.market.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;
import org.suanwang.market.catalogue.Specification;
import org.suanwang.market.catalogue.SpecificationReader;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.quantity.Numeral;

/**
 * Reads what values can cite from the catalogue's answer about an accelerator, and lets the rest
 * pass, so that the catalogue may add fields. A property in a unit that is not known is left out.
 */
@ApplicationScoped
public class JsonSpecificationReader implements SpecificationReader {
  private static final int ID_LENGTH_MAX = 100;

  /** The unit that each property is told in; a citation's unit is the same of one device. */
  private static final Map<String, String> UNITS =
      Map.of("power", "W", "memoryCapacity", "GB", "memoryBandwidth", "GB/s");

  private static final List<String> PEAK_UNITS = List.of("TFLOP/s", "TOP/s");

  private final ObjectReader json;

  JsonSpecificationReader(ObjectMapper json) {
    this.json = json.reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  }

  @Override
  public Specification read(String text) {
    JsonNode answer;
    try {
      answer = json.readTree(text);
    } catch (JsonProcessingException e) {
      throw fault("", text, "must be JSON");
    }
    var properties = new TreeMap<String, Specification.Resolved>();
    JsonNode specification = answer.path("specification");
    if (!specification.isObject()) {
      throw fault("specification", specification.toString(), "must be what is resolved");
    }
    UNITS.forEach((name, unit) -> put(properties, name, specification.path(name), List.of(unit)));
    for (JsonNode entry : specification.path("throughputs")) {
      String precision = entry.path("precision").asText().toLowerCase(Locale.ROOT);
      // The first dense entry of a precision is the peak that stands for it.
      if (entry.path("sparsity").asText().equals("DENSE") && !properties.containsKey(precision)) {
        put(properties, precision, entry.path("peak"), PEAK_UNITS);
      }
    }
    return new Specification(
        id(answer.path("id"), "id"),
        id(answer.at("/catalogVersion/id"), "catalogVersion.id"),
        properties,
        text);
  }

  private static void put(
      Map<String, Specification.Resolved> into, String name, JsonNode node, List<String> units) {
    if (!node.isObject() || !units.contains(node.path("unit").asText())) {
      return;
    }
    BigFraction value = number(node.path("value"), name);
    into.put(
        name,
        new Specification.Resolved(
            value,
            node.hasNonNull("low") ? number(node.path("low"), name) : value,
            node.hasNonNull("high") ? number(node.path("high"), name) : value));
  }

  private static BigFraction number(JsonNode node, String name) {
    if (node.isNumber() && node.decimalValue().signum() > 0) {
      try {
        return Numeral.parse(node.decimalValue().toString());
      } catch (NumberFormatException e) {
        throw fault(name, node.toString(), String.valueOf(e.getMessage()));
      }
    }
    throw fault(name, node.toString(), "must be a number above 0");
  }

  private static String id(JsonNode node, String field) {
    String id = node.asText();
    if (node.isTextual() && !id.isBlank() && id.length() <= ID_LENGTH_MAX) {
      return id;
    }
    throw fault(field, node.toString(), "must be an id");
  }

  private static InvalidInputException fault(String field, String value, String rule) {
    return new InvalidInputException(
        "(the catalogue's answer)." + field, value, rule, "mend the catalogue");
  }
}
