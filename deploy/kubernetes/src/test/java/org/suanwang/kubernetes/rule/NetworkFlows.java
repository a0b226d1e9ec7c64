package org.suanwang.kubernetes.rule;

import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1NetworkPolicyPeer;
import io.kubernetes.client.openapi.models.V1NetworkPolicyPort;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suanwang.kubernetes.manifest.Absent;
import org.suanwang.kubernetes.manifest.Manifests;
import org.suanwang.kubernetes.manifest.Selectors;

/**
 * Whether the rendered NetworkPolicies let a connection through. Knows pod and namespace selectors
 * and named ports; an ipBlock lets nothing through here, because ours name none.
 */
public final class NetworkFlows {

  private NetworkFlows() {}

  /** One end of a connection. */
  public record Pod(
      String namespace,
      Map<String, String> namespaceLabels,
      Map<String, String> labels,
      Map<String, Integer> ports) {}

  /** One connection: from a pod to a port of another. */
  public record Flow(Pod from, Pod to, String protocol, int port) {}

  /** True when the sender's policies let it out and the receiver's let it in. */
  public static boolean allows(Manifests manifests, Flow flow) {
    List<V1NetworkPolicy> policies = manifests.all(V1NetworkPolicy.class);
    return mayLeave(policies, flow) && mayEnter(policies, flow);
  }

  private static boolean mayLeave(List<V1NetworkPolicy> policies, Flow flow) {
    List<V1NetworkPolicy> applying =
        policies.stream().filter(p -> applies(p, "Egress", flow.from())).toList();
    return applying.isEmpty()
        || applying.stream()
            .anyMatch(
                policy ->
                    Absent.orNone(policy.getSpec().getEgress()).stream()
                        .anyMatch(
                            rule ->
                                peers(policy, rule.getTo(), flow.to())
                                    && ports(rule.getPorts(), flow)));
  }

  private static boolean mayEnter(List<V1NetworkPolicy> policies, Flow flow) {
    List<V1NetworkPolicy> applying =
        policies.stream().filter(p -> applies(p, "Ingress", flow.to())).toList();
    return applying.isEmpty()
        || applying.stream()
            .anyMatch(
                policy ->
                    Absent.orNone(policy.getSpec().getIngress()).stream()
                        .anyMatch(
                            rule ->
                                peers(policy, rule.getFrom(), flow.from())
                                    && ports(rule.getPorts(), flow)));
  }

  private static boolean applies(V1NetworkPolicy policy, String direction, Pod pod) {
    return pod.namespace().equals(policy.getMetadata().getNamespace())
        && Absent.orNone(policy.getSpec().getPolicyTypes()).contains(direction)
        && Selectors.matches(policy.getSpec().getPodSelector(), pod.labels());
  }

  private static boolean peers(
      V1NetworkPolicy policy, @Nullable List<V1NetworkPolicyPeer> peers, Pod pod) {
    // No list at all means everybody; so does the API.
    return peers == null || peers.isEmpty() || peers.stream().anyMatch(p -> isPeer(policy, p, pod));
  }

  private static boolean isPeer(V1NetworkPolicy policy, V1NetworkPolicyPeer peer, Pod pod) {
    if (peer.getIpBlock() != null) {
      return false;
    }
    boolean namespace =
        peer.getNamespaceSelector() == null
            ? pod.namespace().equals(policy.getMetadata().getNamespace())
            : Selectors.matches(peer.getNamespaceSelector(), pod.namespaceLabels());
    return namespace
        && (peer.getPodSelector() == null
            || Selectors.matches(peer.getPodSelector(), pod.labels()));
  }

  private static boolean ports(@Nullable List<V1NetworkPolicyPort> ports, Flow flow) {
    return ports == null || ports.isEmpty() || ports.stream().anyMatch(p -> isPort(p, flow));
  }

  private static boolean isPort(V1NetworkPolicyPort port, Flow flow) {
    String protocol = port.getProtocol() == null ? "TCP" : port.getProtocol();
    IntOrString number = port.getPort();
    if (!protocol.equals(flow.protocol())) {
      return false;
    }
    if (number == null) {
      return true;
    }
    Integer wanted =
        number.isInteger() ? number.getIntValue() : flow.to().ports().get(number.getStrValue());
    return wanted != null && wanted == flow.port();
  }
}
