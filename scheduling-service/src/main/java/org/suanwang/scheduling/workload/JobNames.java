package org.suanwang.scheduling.workload;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What many jobs of a table have in common, each kept once, in the order it was first met. */
record JobNames(
    List<TaskRequest> requests, List<String> classes, List<String> regions, List<String> tenants) {
  private static final int NO_REGION = -1;

  /** The region with a number; null for that of no region. */
  @Nullable String region(int number) {
    return number == NO_REGION ? null : regions.get(number);
  }

  boolean hasMixed() {
    return requests.stream().anyMatch(r -> r.terms().mixed());
  }

  /** The same where no gang may be mixed. */
  JobNames unmixed() {
    return withRequests(r -> r.withTerms(r.terms().withMixed(false)));
  }

  JobNames withRequests(UnaryOperator<TaskRequest> change) {
    return new JobNames(requests.stream().map(change).toList(), classes, regions, tenants);
  }

  /** Gives everything that is met a number. */
  static final class Builder {
    private final Map<TaskRequest, Integer> requests = new LinkedHashMap<>();
    private final Map<String, Integer> classes = new LinkedHashMap<>();
    private final Map<String, Integer> regions = new LinkedHashMap<>();
    private final Map<String, Integer> tenants = new LinkedHashMap<>();

    int request(TaskRequest request) {
      return index(requests, request);
    }

    int jobClass(String name) {
      return index(classes, name);
    }

    int region(@Nullable String name) {
      return name == null ? NO_REGION : index(regions, name);
    }

    int tenant(String path) {
      return index(tenants, path);
    }

    private static <T> int index(Map<T, Integer> known, T value) {
      Integer index = known.get(value);
      if (index == null) {
        index = known.size();
        known.put(value, index);
      }
      return index;
    }

    JobNames build() {
      return new JobNames(
          List.copyOf(requests.keySet()),
          List.copyOf(classes.keySet()),
          List.copyOf(regions.keySet()),
          List.copyOf(tenants.keySet()));
    }
  }
}
