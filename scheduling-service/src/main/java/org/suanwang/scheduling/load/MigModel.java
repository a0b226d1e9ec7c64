package org.suanwang.scheduling.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.DeviceTemplate;

/**
 * A model of NVIDIA's devices that can be cut (MIG), with its profiles as templates; from the list
 * of templates that is part of the documentation, {@code docs/device-templates.json}, with its
 * sources.
 *
 * @param product what GPU feature discovery calls it
 * @param memoryMib of one
 * @param whole the profile that is a whole device
 * @param templates by profile, without the whole one
 */
record MigModel(
    Pattern product, int memoryMib, String whole, Map<String, DeviceTemplate> templates) {
  private static final String FILE = "/data/device-templates.json";

  /** GPU feature discovery's end of a product of which all devices of a node are cut alike. */
  private static final String SINGLE = "-MIG-";

  private static final List<MigModel> ALL = read();

  /** What is known of a product; null when nothing is. */
  static @Nullable MigModel find(String product) {
    return ALL.stream()
        .filter(model -> !product.contains(SINGLE) && model.product.matcher(product).find())
        .findFirst()
        .orElse(null);
  }

  private static List<MigModel> read() {
    try (InputStream file = MigModel.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException("no file of templates");
      }
      JsonNode devices = new ObjectMapper().readTree(file).required("devices");
      return List.of(
          of("(^|-)A30($|-)", "NVIDIA A30 24GB", 24_576, "4g.24gb", devices),
          of("(^|-)A100-.*40GB", "NVIDIA A100 40GB", 40_960, "7g.40gb", devices),
          of("(^|-)A100-.*80GB", "NVIDIA A100 80GB", 81_920, "7g.80gb", devices),
          of("(^|-)H100-(80GB|PCIe)", "NVIDIA H100 80GB", 81_920, "7g.80gb", devices));
    } catch (IOException e) {
      throw new IllegalStateException("the file of templates is unreadable", e);
    }
  }

  private static MigModel of(
      String product, String device, int memoryMib, String whole, JsonNode devices) {
    Map<String, DeviceTemplate> templates = new LinkedHashMap<>();
    for (JsonNode one : devices) {
      if (one.required("device").asText().startsWith(device + ",")) {
        one.required("templates").forEach(each -> put(templates, each));
      }
    }
    if (templates.isEmpty()) {
      throw new IllegalStateException("no templates of " + device);
    }
    return new MigModel(Pattern.compile(product), memoryMib, whole, templates);
  }

  private static void put(Map<String, DeviceTemplate> templates, JsonNode one) {
    String name = one.required("name").asText();
    templates.put(
        name,
        new DeviceTemplate(
            name,
            one.required("computeMilli").intValue(),
            one.required("memoryMib").intValue(),
            one.required("source").asText()));
  }
}
