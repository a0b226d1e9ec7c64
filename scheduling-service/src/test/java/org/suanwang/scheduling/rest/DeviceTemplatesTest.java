package org.suanwang.scheduling.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.cluster.DeviceTemplate;

/** The templates that are written down can be sent, and fit as often as their makers say. */
class DeviceTemplatesTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static JsonNode file() throws IOException {
    return MAPPER.readTree(Files.readString(Path.of("docs/device-templates.json")));
  }

  private static List<DeviceTemplate> read(JsonNode device) throws IOException {
    List<FleetRequest.TemplateRequest> requests = new ArrayList<>();
    for (JsonNode one : device.path("templates")) {
      requests.add(MAPPER.treeToValue(one, FleetRequest.TemplateRequest.class));
    }
    Findings findings = new Findings();
    List<DeviceTemplate> templates = TemplateReader.read(findings, "templates", requests);
    assertThat(findings.isEmpty()).as(device.path("device").asText()).isTrue();
    return templates;
  }

  @Test
  void allTemplates_areReadAndNameTheirSource() throws IOException {
    JsonNode file = file();
    for (JsonNode device : file.path("devices")) {
      for (DeviceTemplate template : read(device)) {
        String source = template.source().split("[:;,]", 2)[0];
        assertThat(file.path("sources").has(source)).as(template.toString()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NVIDIA A100 40GB, 1g.5gb, 40960, 7",
    "NVIDIA A100 40GB, 1g.10gb, 40960, 4",
    "NVIDIA A100 40GB, 2g.10gb, 40960, 3",
    "NVIDIA A100 40GB, 3g.20gb, 40960, 2",
    "NVIDIA A100 40GB, 4g.20gb, 40960, 1",
    "NVIDIA H100 80GB, 1g.10gb, 81920, 7",
    "NVIDIA H100 80GB, 1g.20gb, 81920, 4",
    "NVIDIA A30 24GB, 1g.6gb, 24576, 4",
    "Ascend 910 (910A), vir02, 32768, 15",
    "Ascend 910 (910A), vir16, 32768, 1"
  })
  void template_fitsAsOftenAsItsMakerSays(String device, String name, int mib, int times)
      throws IOException {
    for (JsonNode one : file().path("devices")) {
      if (one.path("device").asText().startsWith(device)) {
        DeviceTemplate template =
            read(one).stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
        assertThat(Math.min(1000 / template.computeMilli(), mib / template.memoryMib()))
            .isEqualTo(times);
        return;
      }
    }
    throw new AssertionError("no device " + device);
  }
}
