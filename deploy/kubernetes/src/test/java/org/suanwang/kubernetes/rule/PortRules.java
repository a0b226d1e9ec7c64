package org.suanwang.kubernetes.rule;

import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1ContainerPort;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServicePort;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suanwang.kubernetes.manifest.Absent;
import org.suanwang.kubernetes.manifest.Manifests;
import org.suanwang.kubernetes.manifest.Selectors;
import org.suanwang.kubernetes.manifest.Workload;

/** Port names and numbers lead somewhere. */
public final class PortRules {

  private PortRules() {}

  /** Every target port of a Service is a port of every pod it selects. */
  public static List<Finding> targetPortsResolve(Manifests manifests) {
    List<Finding> findings = new ArrayList<>();
    for (V1Service service : manifests.all(V1Service.class)) {
      Map<String, String> selector = Absent.orNone(service.getSpec().getSelector());
      for (Workload workload : manifests.workloads()) {
        if (Selectors.matches(selector, workload.podLabels())) {
          findings.addAll(unresolved(service, workload));
        }
      }
    }
    return findings;
  }

  private static List<Finding> unresolved(V1Service service, Workload workload) {
    List<Finding> findings = new ArrayList<>();
    for (V1ServicePort port : Absent.orNone(service.getSpec().getPorts())) {
      IntOrString target =
          port.getTargetPort() == null ? new IntOrString(port.getPort()) : port.getTargetPort();
      if (!resolves(target, workload)) {
        findings.add(
            new Finding(
                "Service " + service.getMetadata().getName(),
                "target port " + text(target) + " is no port of " + workload.subject()));
      }
    }
    return findings;
  }

  /** Every port of a Service has a name; those of our services are called http. */
  public static List<Finding> servicePortsAreNamed(Manifests manifests) {
    List<Finding> findings = new ArrayList<>();
    for (V1Service service : manifests.all(V1Service.class)) {
      String name = service.getMetadata().getName();
      for (V1ServicePort port : Absent.orNone(service.getSpec().getPorts())) {
        boolean named =
            name.endsWith("-service") ? "http".equals(port.getName()) : port.getName() != null;
        if (!named) {
          findings.add(
              new Finding("Service " + name, "port " + port.getPort() + " is not named http"));
        }
      }
    }
    return findings;
  }

  /** The names of a pod's ports are unique, so that a name means one port. */
  public static List<Finding> containerPortNamesAreUnique(Manifests manifests) {
    List<Finding> findings = new ArrayList<>();
    for (Workload workload : manifests.workloads()) {
      Set<@Nullable String> seen = new HashSet<>();
      for (V1Container container : workload.containers()) {
        for (V1ContainerPort port : Absent.orNone(container.getPorts())) {
          if (port.getName() == null || !seen.add(port.getName())) {
            findings.add(
                new Finding(
                    workload.subject(),
                    "port " + port.getContainerPort() + " has no name of its own"));
          }
        }
      }
    }
    return findings;
  }

  static boolean resolves(IntOrString port, Workload workload) {
    return port.isInteger()
        ? workload.listensOn(port.getIntValue())
        : workload.findPort(port.getStrValue()).isPresent();
  }

  static String text(IntOrString port) {
    return port.isInteger() ? String.valueOf(port.getIntValue()) : port.getStrValue();
  }
}
