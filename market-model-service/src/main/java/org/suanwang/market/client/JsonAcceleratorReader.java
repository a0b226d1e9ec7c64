package org.suanwang.market.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.suanwang.market.bridge.Accelerator;
import org.suanwang.market.bridge.AcceleratorReader;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.Violation;

/** Reads who makes an accelerator from the catalogue's answer, and lets the rest pass. */
@ApplicationScoped
public class JsonAcceleratorReader implements AcceleratorReader {
  private static final Pattern ID = Pattern.compile("\\S(.{0,98}\\S)?");
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

  private final ObjectMapper json;

  JsonAcceleratorReader(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public Accelerator read(String field, String text) {
    JsonNode answer;
    try {
      answer = json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new InvalidInputException(
          field, text, "must be JSON", "send the catalogue's answer unchanged");
    }
    var faults = new ArrayList<Violation>();
    var accelerator =
        new Accelerator(
            text(answer, "/id", ID, "must be an id", field, faults),
            text(answer, "/vendor/country", COUNTRY, "must be two capital letters", field, faults),
            text(answer, "/catalogVersion/id", ID, "must be an id", field, faults));
    if (!faults.isEmpty()) {
      throw new InvalidInputException(faults);
    }
    return accelerator;
  }

  private static String text(
      JsonNode answer,
      String path,
      Pattern form,
      String rule,
      String field,
      List<Violation> faults) {
    JsonNode node = answer.at(path);
    if (node.isTextual() && form.matcher(node.asText()).matches()) {
      return node.asText();
    }
    faults.add(
        new Violation(
            field + path.replace('/', '.'),
            node.isMissingNode() ? "" : node.toString(),
            rule,
            "send the catalogue's answer to GET /v1/accelerators/{id} unchanged"));
    return "?";
  }
}
