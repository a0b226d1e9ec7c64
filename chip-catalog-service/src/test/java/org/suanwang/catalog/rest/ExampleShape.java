package org.suanwang.catalog.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/** Which fields an answer has, and of which kinds, whatever their values. */
final class ExampleShape {
  private ExampleShape() {}

  /** The paths of all fields; null fields have no kind to compare. */
  static Set<String> of(JsonNode answer) {
    Set<String> paths = new TreeSet<>();
    collect(answer, paths, "");
    return paths;
  }

  private static void collect(JsonNode node, Set<String> paths, String path) {
    if (node.isObject()) {
      node.properties().forEach(e -> collect(e.getValue(), paths, path + "." + e.getKey()));
    } else if (node.isArray()) {
      node.forEach(item -> collect(item, paths, path + "[]"));
    } else {
      paths.add(path + (node.isNumber() ? " number" : node.isTextual() ? " text" : ""));
    }
  }
}
