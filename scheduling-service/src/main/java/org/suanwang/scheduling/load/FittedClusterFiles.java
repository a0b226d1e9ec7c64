package org.suanwang.scheduling.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.suanwang.scheduling.workload.FittedCluster;

/**
 * The clusters that are shipped, {@code data/generators/<id>.yaml}: what is published of each, what
 * was fitted to it, and what is assumed, with sources.
 *
 * @param byId in order
 */
public record FittedClusterFiles(Map<String, FittedCluster> byId)
    implements FittedCluster.Directory {
  private static final List<String> IDS =
      List.of("philly", "helios", "acme-seren", "acme-kalos", "pai");
  private static final String FOLDER = "/data/generators/";

  /**
   * Reads them all.
   *
   * @throws IllegalStateException when a file is not as it must be
   */
  public static FittedClusterFiles load() {
    Map<String, FittedCluster> clusters = new LinkedHashMap<>();
    IDS.forEach(id -> clusters.put(id, cluster(id, read(id))));
    return new FittedClusterFiles(clusters);
  }

  /** The whole of a file. */
  static JsonNode read(String id) {
    try (InputStream file = FittedClusterFiles.class.getResourceAsStream(FOLDER + id + ".yaml")) {
      if (file == null) {
        throw new IllegalStateException("no file of " + id);
      }
      return new YAMLMapper().readTree(file);
    } catch (IOException e) {
      throw new IllegalStateException("the file of " + id + " is unreadable", e);
    }
  }

  private static FittedCluster cluster(String id, JsonNode file) {
    List<FittedCluster.Size> sizes = new ArrayList<>();
    file.required("sizes")
        .forEach(
            s ->
                sizes.add(
                    new FittedCluster.Size(
                        s.required("devices").doubleValue(), s.required("share").doubleValue())));
    JsonNode run = file.required("runTime");
    JsonNode published = file.required("published");
    return new FittedCluster(
        id,
        sizes,
        run.required("medianSeconds").doubleValue(),
        run.required("growthPerDoubling").doubleValue(),
        run.required("sigma").doubleValue(),
        run.required("secondsMax").longValue(),
        published.path("failedShare").doubleValue(),
        published.path("cancelledShare").doubleValue(),
        weights(read(file.required("rhythm").textValue())));
  }

  /** Shares of the hours of a day times those of the days of a week, on the mean 1. */
  private static List<Double> weights(JsonNode rhythm) {
    JsonNode days = rhythm.required("jobsByDay");
    JsonNode hours = rhythm.required("jobsByHour");
    List<Double> weights = new ArrayList<>();
    for (JsonNode day : days) {
      for (JsonNode hour : hours) {
        double share = day.doubleValue() / sum(days) * (hour.doubleValue() / sum(hours));
        weights.add(share * FittedCluster.WEEK_HOURS);
      }
    }
    return weights;
  }

  private static double sum(JsonNode numbers) {
    double sum = 0;
    for (JsonNode number : numbers) {
      sum += number.doubleValue();
    }
    return sum;
  }

  @Override
  public Optional<FittedCluster> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public List<String> ids() {
    return List.copyOf(byId.keySet());
  }
}
