package org.suanwang.kubernetes.manifest;

import com.google.gson.JsonElement;
import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.kubernetes.client.util.Yaml;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The objects of one rendering, in the order printed. */
public record Manifests(List<KubernetesObject> objects) {

  /**
   * Where the API serves each kind we use. The client library looks at the kind alone, so that it
   * would take a Service of apps/v1; the API server would not.
   */
  private static final Map<String, String> API_VERSIONS =
      Map.ofEntries(
          Map.entry("ConfigMap", "v1"),
          Map.entry("Deployment", "apps/v1"),
          Map.entry("Namespace", "v1"),
          Map.entry("NetworkPolicy", "networking.k8s.io/v1"),
          Map.entry("PodDisruptionBudget", "policy/v1"),
          Map.entry("Secret", "v1"),
          Map.entry("Service", "v1"),
          Map.entry("ServiceAccount", "v1"),
          Map.entry("StatefulSet", "apps/v1"));

  public Manifests {
    objects = List.copyOf(objects);
  }

  /**
   * Parses every document with the types of the Kubernetes API.
   *
   * @throws IllegalArgumentException for an unknown field, a missing required one, a wrong type, or
   *     an apiVersion and kind that do not exist together
   */
  public static Manifests parse(String yaml) {
    List<KubernetesObject> objects = new ArrayList<>();
    for (Object document : load(yaml)) {
      if (!(document instanceof KubernetesObject object)) {
        throw new IllegalArgumentException("Not a Kubernetes object: " + document);
      }
      requireServed(object);
      requireComplete(object);
      objects.add(object);
    }
    return new Manifests(objects);
  }

  private static void requireServed(KubernetesObject object) {
    if (!object.getApiVersion().equals(API_VERSIONS.get(object.getKind()))) {
      throw new IllegalArgumentException(
          "Refused by the strict parser: "
              + object.getKind()
              + " is not known in "
              + object.getApiVersion());
    }
  }

  /**
   * The generated types know which fields the API demands, but nobody asks them on reading YAML.
   */
  private static void requireComplete(KubernetesObject object) {
    JsonElement json = JSON.getGson().toJsonTree(object);
    try {
      object.getClass().getMethod("validateJsonElement", JsonElement.class).invoke(null, json);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(
          "Refused by the strict parser: " + e.getTargetException().getMessage(), e);
    } catch (NoSuchMethodException | IllegalAccessException e) {
      throw new IllegalStateException("The client library no longer validates its types", e);
    }
  }

  private static List<Object> load(String yaml) {
    try {
      return Yaml.loadAll(yaml);
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("Refused by the strict parser: " + e.getMessage(), e);
    }
  }

  /** All objects of one kind. */
  public <T extends KubernetesObject> List<T> all(Class<T> kind) {
    return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The object of this kind and name. */
  public <T extends KubernetesObject> Optional<T> find(Class<T> kind, @Nullable String name) {
    return all(kind).stream().filter(o -> o.getMetadata().getName().equals(name)).findFirst();
  }

  /** The object of this kind and name, which the caller knows to be there. */
  public <T extends KubernetesObject> T require(Class<T> kind, String name) {
    return find(kind, name)
        .orElseThrow(() -> new IllegalArgumentException("No " + kind.getSimpleName() + " " + name));
  }

  /** Everything that makes pods. */
  public List<Workload> workloads() {
    List<Workload> workloads = new ArrayList<>();
    all(V1Deployment.class).forEach(d -> workloads.add(Workload.of(d)));
    all(V1StatefulSet.class).forEach(s -> workloads.add(Workload.of(s)));
    return workloads;
  }

  /** The same objects without one. */
  public Manifests without(KubernetesObject object) {
    return new Manifests(objects.stream().filter(o -> !o.equals(object)).toList());
  }
}
