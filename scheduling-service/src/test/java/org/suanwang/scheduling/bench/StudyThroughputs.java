package org.suanwang.scheduling.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.suanwang.scheduling.rounds.JobType;
import org.suanwang.scheduling.rounds.ThroughputMatrix;

/** The measured throughputs of the study of Narayanan et al., OSDI 2020, pairs among them. */
final class StudyThroughputs {
  private static final List<String> DEVICE_TYPES = List.of("v100", "p100", "k80");
  private static final Pattern KEY = Pattern.compile("\\('(.*)', (\\d+)\\)");

  private StudyThroughputs() {}

  static ThroughputMatrix read(Path file) throws IOException {
    JsonNode root = new ObjectMapper().readTree(file.toFile());
    List<String> keys = new ArrayList<>();
    root.get(DEVICE_TYPES.getFirst()).fieldNames().forEachRemaining(keys::add);
    int rows = keys.size();
    double[][] alone = new double[rows][DEVICE_TYPES.size()];
    double[][][] shared = new double[rows][rows][DEVICE_TYPES.size()];
    for (int type = 0; type < DEVICE_TYPES.size(); type++) {
      JsonNode table = root.get(DEVICE_TYPES.get(type));
      for (int row = 0; row < rows; row++) {
        JsonNode line = table.get(keys.get(row));
        alone[row][type] = line.get("null").asDouble();
        for (int other = 0; other < rows; other++) {
          JsonNode pair = line.get(keys.get(other));
          shared[row][other][type] = pair == null ? 0 : pair.get(0).asDouble();
        }
      }
    }
    List<JobType> types = keys.stream().map(StudyThroughputs::jobType).toList();
    return new ThroughputMatrix(types, DEVICE_TYPES, alone, shared);
  }

  private static JobType jobType(String key) {
    Matcher matcher = KEY.matcher(key);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a job type: " + key);
    }
    return new JobType(matcher.group(1), Integer.parseInt(matcher.group(2)));
  }
}
