package org.suanwang.kubernetes.rule;

import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1ResourceRequirements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.suanwang.kubernetes.manifest.Absent;
import org.suanwang.kubernetes.manifest.Manifests;
import org.suanwang.kubernetes.manifest.Workload;

/** Every container says what it needs and what it may take. */
public final class ResourceRules {

  private static final List<String> RESOURCES = List.of("cpu", "memory", "ephemeral-storage");

  private ResourceRules() {}

  /** Requests and limits for each resource, the request not above the limit and not zero. */
  public static List<Finding> requestsAndLimitsAreSet(Manifests manifests) {
    List<Finding> findings = new ArrayList<>();
    for (Workload workload : manifests.workloads()) {
      for (V1Container container : workload.containers()) {
        for (String resource : RESOURCES) {
          check(workload, container, resource, findings);
        }
      }
    }
    return findings;
  }

  private static void check(
      Workload workload, V1Container container, String resource, List<Finding> findings) {
    String subject = workload.subject() + "/" + container.getName();
    V1ResourceRequirements needs = container.getResources();
    Map<String, Quantity> requests = needs == null ? Map.of() : Absent.orNone(needs.getRequests());
    Map<String, Quantity> limits = needs == null ? Map.of() : Absent.orNone(needs.getLimits());
    Quantity request = requests.get(resource);
    Quantity limit = limits.get(resource);
    if (request == null) {
      findings.add(new Finding(subject, "no request for " + resource));
    } else if (request.getNumber().signum() <= 0) {
      findings.add(new Finding(subject, "the request for " + resource + " is not above zero"));
    }
    if (limit == null) {
      findings.add(new Finding(subject, "no limit for " + resource));
    } else if (request != null && request.getNumber().compareTo(limit.getNumber()) > 0) {
      findings.add(new Finding(subject, "requests more " + resource + " than its limit"));
    }
  }
}
