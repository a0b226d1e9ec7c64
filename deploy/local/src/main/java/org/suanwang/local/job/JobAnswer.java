package org.suanwang.local.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.suanwang.local.LaunchException;

/**
 * What the reference job found: the services' own answers, and a page to read.
 *
 * @param answers the answers, by step
 */
public record JobAnswer(ObjectNode answers) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public String json() {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answers);
    } catch (JsonProcessingException e) {
      throw new LaunchException("the result cannot be written as JSON: " + e.getMessage(), e);
    }
  }

  public String text() {
    return new Summary(answers).render();
  }
}
