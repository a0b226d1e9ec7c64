package org.suanwang.scheduling.load;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A resource that NVIDIA's plugin advertises under the mixed strategy: slices of devices of one
 * profile.
 *
 * @param name of the resource, {@code nvidia.com/mig-2g.20gb.shared}
 * @param profile what a device is cut to, {@code 2g.20gb}
 * @param isShared whether it counts turns on slices that several pods share in time
 */
record MigResource(String name, String profile, boolean isShared) {
  /** The resource of whole devices, whose slices these are. */
  static final String WHOLE = "nvidia.com/gpu";

  private static final Pattern NAME =
      Pattern.compile("nvidia\\.com/mig-(\\d{1,2}g\\.\\d{1,4}gb)(\\.shared)?");

  /** Null when it is no slice, or none that has a template: with media or compute extensions. */
  static @Nullable MigResource find(String resource) {
    Matcher name = NAME.matcher(resource);
    return name.matches() ? new MigResource(resource, name.group(1), name.group(2) != null) : null;
  }

  /** How its template is called. */
  String template() {
    return isShared ? profile + ".shared" : profile;
  }

  /** The label of a node that tells how many pods share one slice. */
  String sharersLabel() {
    return "nvidia.com/mig-" + profile + ".replicas";
  }
}
