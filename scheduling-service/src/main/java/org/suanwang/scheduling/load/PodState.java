package org.suanwang.scheduling.load;

/** What a pod was doing when the list was taken. */
enum PodState {
  /** It has a node, and holds what it asked for there. */
  HOLDS,

  /** It waits for a node. */
  WAITS,

  /** Its containers have ended; it holds nothing any more. */
  ENDED;

  static PodState of(JsonEntry pod) {
    return switch (pod.text("status.phase")) {
      case "Succeeded", "Failed" -> ENDED;
      case "Running" -> HOLDS;
      default -> pod.isBlank("spec.nodeName") ? WAITS : HOLDS;
    };
  }
}
