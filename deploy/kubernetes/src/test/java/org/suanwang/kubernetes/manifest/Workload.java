package org.suanwang.kubernetes.manifest;

import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1ContainerPort;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1LabelSelector;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1PodTemplateSpec;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a Deployment and a StatefulSet have in common: a selector and a pod template. */
public record Workload(
    String kind,
    String name,
    String namespace,
    V1LabelSelector selector,
    V1PodTemplateSpec template,
    List<V1PersistentVolumeClaim> claims) {

  static Workload of(V1Deployment deployment) {
    return new Workload(
        "Deployment",
        deployment.getMetadata().getName(),
        String.valueOf(deployment.getMetadata().getNamespace()),
        deployment.getSpec().getSelector(),
        deployment.getSpec().getTemplate(),
        List.of());
  }

  static Workload of(V1StatefulSet set) {
    return new Workload(
        "StatefulSet",
        set.getMetadata().getName(),
        String.valueOf(set.getMetadata().getNamespace()),
        set.getSpec().getSelector(),
        set.getSpec().getTemplate(),
        Absent.orNone(set.getSpec().getVolumeClaimTemplates()));
  }

  /** "Deployment chip-catalog-service", as findings name it. */
  public String subject() {
    return kind + " " + name;
  }

  public V1PodSpec pod() {
    return template.getSpec();
  }

  /** The labels of the pods; empty when the template has none. */
  public Map<String, String> podLabels() {
    return template.getMetadata() == null
        ? Map.of()
        : Absent.orNone(template.getMetadata().getLabels());
  }

  /** The annotations of the pods; empty when the template has none. */
  public Map<String, String> podAnnotations() {
    return template.getMetadata() == null
        ? Map.of()
        : Absent.orNone(template.getMetadata().getAnnotations());
  }

  /** Init containers first, then the others. */
  public List<V1Container> containers() {
    List<V1Container> containers = new ArrayList<>(Absent.orNone(pod().getInitContainers()));
    containers.addAll(Absent.orNone(pod().getContainers()));
    return containers;
  }

  /** The number of the container port with this name. */
  public Optional<Integer> findPort(String portName) {
    return containers().stream()
        .flatMap(c -> Absent.orNone(c.getPorts()).stream())
        .filter(p -> portName.equals(p.getName()))
        .map(V1ContainerPort::getContainerPort)
        .findFirst();
  }

  /** True when a container listens on this port number. */
  public boolean listensOn(int port) {
    return containers().stream()
        .flatMap(c -> Absent.orNone(c.getPorts()).stream())
        .anyMatch(p -> p.getContainerPort() == port);
  }
}
