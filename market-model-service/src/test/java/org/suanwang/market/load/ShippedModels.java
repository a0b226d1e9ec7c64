package org.suanwang.market.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.suanwang.market.scenario.PublishedModel;

/** All models that the service loads at its start, as the tests use them. */
public final class ShippedModels {
  private static final Path SETTINGS =
      Path.of("src", "main", "resources", "application.properties");
  private static final Map<String, PublishedModel> MODELS = load();

  private ShippedModels() {}

  private static Map<String, PublishedModel> load() {
    var models = new LinkedHashMap<String, PublishedModel>();
    for (String id : ids()) {
      models.put(
          id,
          id.equals(DongwuModel.ID)
              ? DongwuModel.MODEL
              : ModelReader.read(PackageFiles.load(id), Instant.parse("2026-01-01T00:00:00Z")));
    }
    return models;
  }

  /** As the setting lists them. */
  public static List<String> ids() {
    var settings = new Properties();
    try (var reader = Files.newBufferedReader(SETTINGS)) {
      settings.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.of(settings.getProperty("suanwang.market.packages").split(","));
  }

  public static List<PublishedModel> all() {
    return List.copyOf(MODELS.values());
  }

  public static PublishedModel require(String id) {
    PublishedModel model = MODELS.get(id);
    if (model == null) {
      throw new IllegalArgumentException("no shipped model is called " + id);
    }
    return model;
  }
}
