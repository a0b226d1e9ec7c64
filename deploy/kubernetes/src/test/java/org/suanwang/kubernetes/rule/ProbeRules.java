package org.suanwang.kubernetes.rule;

import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1Probe;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.kubernetes.manifest.Absent;
import org.suanwang.kubernetes.manifest.Manifests;
import org.suanwang.kubernetes.manifest.Workload;

/** Every container is asked three different questions: started, alive, ready. */
public final class ProbeRules {

  private ProbeRules() {}

  /** Three probes; a probe over HTTP asks Quarkus' own path for it, through a port that exists. */
  public static List<Finding> threeProbesAskTheRightQuestion(Manifests manifests) {
    List<Finding> findings = new ArrayList<>();
    for (Workload workload : manifests.workloads()) {
      for (V1Container container : Absent.orNone(workload.pod().getContainers())) {
        Asked asked = new Asked(workload, container, findings);
        asked.check("startupProbe", container.getStartupProbe(), "/q/health/started");
        asked.check("livenessProbe", container.getLivenessProbe(), "/q/health/live");
        asked.check("readinessProbe", container.getReadinessProbe(), "/q/health/ready");
      }
    }
    return findings;
  }

  private record Asked(Workload workload, V1Container container, List<Finding> findings) {

    void check(String kind, @Nullable V1Probe probe, String path) {
      if (probe == null) {
        add(kind + " is missing");
        return;
      }
      if (probe.getHttpGet() == null) {
        if (probe.getExec() == null || workload.name().endsWith("-service")) {
          add(kind + " does not ask over HTTP");
        }
        return;
      }
      if (!path.equals(probe.getHttpGet().getPath())) {
        add(kind + " asks " + probe.getHttpGet().getPath() + " instead of " + path);
      }
      if (!PortRules.resolves(probe.getHttpGet().getPort(), workload)) {
        add(
            kind
                + " asks port "
                + PortRules.text(probe.getHttpGet().getPort())
                + ", which is none");
      }
    }

    private void add(String message) {
      findings.add(new Finding(workload.subject() + "/" + container.getName(), message));
    }
  }
}
