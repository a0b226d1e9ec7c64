package org.suanwang.scheduling.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a pod asks of its node, as the scheduler of Kubernetes adds it up: its containers and
 * sidecars together, or, where that is more, what is there while one of its init containers runs;
 * and the overhead of its runtime. Requests of the whole pod go before those of its containers.
 */
final class PodResources {
  private static final BigDecimal MILLI = BigDecimal.valueOf(1000);
  private static final BigDecimal MIB = BigDecimal.valueOf(1L << 20);

  private final JsonEntry pod;

  PodResources(JsonEntry pod) {
    this.pod = pod;
  }

  /** CPU in thousandths of a core, parts of one rounded up. */
  BigDecimal cpuMilli() {
    return amount("cpu").multiply(MILLI).setScale(0, RoundingMode.CEILING);
  }

  /** Host memory in MiB, parts of one rounded up. */
  BigDecimal memoryMib() {
    return amount("memory").divide(MIB, 0, RoundingMode.CEILING);
  }

  /** Resources of plugins that it asks for, beside those that are known. */
  Set<String> others(Collection<String> known) {
    Set<String> names = new TreeSet<>();
    JsonNode spec = pod.at("spec");
    ExtendedResources.addNames(spec.path("resources").path("requests"), names);
    for (String list : List.of("containers", "initContainers")) {
      for (JsonNode container : spec.path(list)) {
        ExtendedResources.addNames(container.path("resources").path("requests"), names);
        ExtendedResources.addNames(container.path("resources").path("limits"), names);
      }
    }
    names.removeIf(name -> known.contains(name) || amount(name).signum() == 0);
    return names;
  }

  /** A resource in its base unit. */
  BigDecimal amount(String resource) {
    BigDecimal overhead = of(pod.at("spec").path("overhead"), resource);
    JsonNode whole = pod.at("spec").path("resources").path("requests");
    if (whole.has(resource)) {
      return of(whole, resource).add(overhead);
    }
    BigDecimal running = BigDecimal.ZERO;
    BigDecimal most = BigDecimal.ZERO;
    for (JsonNode container : pod.at("spec").path("initContainers")) {
      BigDecimal asked = request(container, resource);
      most = most.max(running.add(asked));
      if (container.path("restartPolicy").asText("").equals("Always")) {
        running = running.add(asked);
      }
    }
    for (JsonNode container : pod.at("spec").path("containers")) {
      running = running.add(request(container, resource));
    }
    return most.max(running).add(overhead);
  }

  /** A limit without a request is the request. */
  private BigDecimal request(JsonNode container, String resource) {
    JsonNode resources = container.path("resources");
    JsonNode requests = resources.path("requests");
    return of(requests.has(resource) ? requests : resources.path("limits"), resource);
  }

  private BigDecimal of(JsonNode amounts, String resource) {
    return of(pod, amounts, resource);
  }

  /** An amount of a resource, 0 when it is not told; a finding and 0 when it is no amount. */
  static BigDecimal of(JsonEntry entry, JsonNode amounts, String resource) {
    JsonNode told = amounts.path(resource);
    if (told.isMissingNode() || told.isNull()) {
      return BigDecimal.ZERO;
    }
    BigDecimal amount = Quantity.find(told.asText("").strip());
    if (amount != null && amount.signum() >= 0) {
      return amount;
    }
    entry.refuse(resource, told.toString(), "must be an amount from 0, as 2, 500m, 1.5Gi or 12E6");
    return BigDecimal.ZERO;
  }
}
