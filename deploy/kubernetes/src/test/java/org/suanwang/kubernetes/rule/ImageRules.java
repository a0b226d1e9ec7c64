package org.suanwang.kubernetes.rule;

import io.kubernetes.client.openapi.models.V1Container;
import java.util.ArrayList;
import java.util.List;
import org.suanwang.kubernetes.manifest.Manifests;
import org.suanwang.kubernetes.manifest.Workload;

/** Images are named so that the same manifest starts the same program tomorrow. */
public final class ImageRules {

  private ImageRules() {}

  /** Every image has a tag or a digest, and the tag is not "latest". */
  public static List<Finding> imagesArePinned(Manifests manifests) {
    List<Finding> findings = new ArrayList<>();
    for (Workload workload : manifests.workloads()) {
      for (V1Container container : workload.containers()) {
        String image = String.valueOf(container.getImage());
        if (!isPinned(image)) {
          findings.add(
              new Finding(
                  workload.subject() + "/" + container.getName(),
                  "image " + image + " has no fixed tag"));
        }
      }
    }
    return findings;
  }

  private static boolean isPinned(String image) {
    if (image.contains("@sha256:")) {
      return true;
    }
    // A colon before the last slash belongs to the registry's port.
    String last = image.substring(image.lastIndexOf('/') + 1);
    int colon = last.indexOf(':');
    return colon > 0 && colon < last.length() - 1 && !last.endsWith(":latest");
  }
}
