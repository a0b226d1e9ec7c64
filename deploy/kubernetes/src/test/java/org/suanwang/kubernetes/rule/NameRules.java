package org.suanwang.kubernetes.rule;

import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1ContainerPort;
import io.kubernetes.client.openapi.models.V1EnvVar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.suanwang.kubernetes.manifest.Absent;
import org.suanwang.kubernetes.manifest.Manifests;
import org.suanwang.kubernetes.manifest.Workload;

/** Names the API server accepts, each meaning one thing. */
public final class NameRules {

  private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
  private static final Pattern PORT = Pattern.compile("(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*");
  private static final int PORT_LENGTH_MAX = 15;

  private NameRules() {}

  /** Objects are named by DNS labels, and no two of one kind share a name. */
  public static List<Finding> objectNamesAreValidAndUnique(Manifests manifests) {
    List<Finding> findings = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (KubernetesObject object : manifests.objects()) {
      String subject = object.getKind() + " " + object.getMetadata().getName();
      if (!DNS_LABEL.matcher(String.valueOf(object.getMetadata().getName())).matches()) {
        findings.add(new Finding(subject, "its name is no DNS label"));
      }
      if (!seen.add(subject)) {
        findings.add(new Finding(subject, "its name is taken"));
      }
    }
    return findings;
  }

  /** Port names follow the API's rule: lower case, digits, single hyphens, 15 characters. */
  public static List<Finding> portNamesAreValid(Manifests manifests) {
    List<Finding> findings = new ArrayList<>();
    for (Workload workload : manifests.workloads()) {
      for (V1Container container : workload.containers()) {
        for (V1ContainerPort port : Absent.orNone(container.getPorts())) {
          String name = String.valueOf(port.getName());
          if (!PORT.matcher(name).matches() || name.length() > PORT_LENGTH_MAX) {
            findings.add(new Finding(workload.subject(), "port name " + name + " is not valid"));
          }
        }
      }
    }
    return findings;
  }

  /** A variable set twice has the value nobody expects. */
  public static List<Finding> variablesAreSetOnce(Manifests manifests) {
    List<Finding> findings = new ArrayList<>();
    for (Workload workload : manifests.workloads()) {
      for (V1Container container : workload.containers()) {
        Set<String> seen = new HashSet<>();
        for (V1EnvVar variable : Absent.orNone(container.getEnv())) {
          if (!seen.add(variable.getName())) {
            findings.add(new Finding(workload.subject(), "sets " + variable.getName() + " twice"));
          }
        }
      }
    }
    return findings;
  }
}
